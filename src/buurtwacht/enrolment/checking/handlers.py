# SPDX-License-Identifier: EUPL-1.2
"""What follows from what: the police are asked, letters go out, candidates move on."""

from uuid import UUID

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.enrolment.models import AddressProof, Application, Objection, Vetting
from buurtwacht.enrolment.services import withdraw
from buurtwacht.groups.doorkeepers import BAN
from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.groups.services import start_if_ready
from buurtwacht.journal.models import Line
from buurtwacht.journal.queries import lines_about
from buurtwacht.journal.services import on
from buurtwacht.policy.model import Vetting as Who

from . import coordinating, mails, queries, services
from .rules import NEWS_FOR
from .services.residence import CORRECTED

__all__ = ["coordinating"]


@on("application.moved")
def ask_the_police_or_tell_the_desk(line: Line) -> None:
    application = _application(line.subject_id)
    if application is None or application.ended_at:
        return
    if line.facts["step"] == "police":
        services.ask_the_police(application)
    if line.facts["step"] == "admission":
        intend("application.waits", application.pk, priority=Priority.NOTICE, valid_for=NEWS_FOR)
        if application.vetted_at:
            mails.send_approved(application)


@on("application.refused")
def send_the_letter(line: Line) -> None:
    """Who is under a ban hears until when, from who knows that."""
    if line.facts["reason"] == BAN:
        return
    application = _application(line.subject_id)
    if application and application.status == Application.Status.REFUSED:
        mails.send_refusal(application)


@on("application.refused", "application.withdrawn")
def note_that_the_number_is_gone(line: Line) -> None:
    """`refuse` and `withdraw` erase the national number; the police desk and the applicant see when that was."""
    vetting = Vetting.objects.filter(application=line.subject_id, number_erased_at=None).first()
    if vetting is None:
        return
    sent = lines_about([vetting.pk]).filter(action="vetting.sent", facts__fields="name.address.number")
    if sent.exists():
        Vetting.objects.filter(pk=vetting.pk).update(number_erased_at=line.at)


@on("group.transferred")
def end_what_other_police_were_asked(line: Line) -> None:
    """The applicant agreed that these police look, and no others: who still wants to join applies anew."""
    waiting = Application.objects.filter(group=line.subject_id, ended_at=None, vetted_at=None)
    for application in waiting.filter(vetting__isnull=False):
        withdraw(application, reason="transferred")


@on("group.settings_changed", "application.followed", "application.assigned")
def forget_numbers_that_nobody_asks_for(line: Line) -> None:
    group_id = line.subject_id if line.action == "group.settings_changed" else line.facts["group"]
    if group := WatchGroup.objects.select_related("organisation").filter(pk=group_id).first():
        services.forget_needless_numbers(group)


@on("application.joined")
def keep_the_clearance_and_the_wish(line: Line) -> None:
    """Until when the police agreed goes along with the membership; who offered to coordinate is a candidate."""
    application = _application(line.subject_id)
    membership = Membership.objects.select_related("group__organisation").filter(pk=line.facts["member"]).first()
    if application is None or membership is None or membership.left_at:
        return
    vetting = Vetting.objects.filter(application=application).exclude(verdict="").first()
    if vetting and membership.group.policy.vetting == Who.POLICE and not hasattr(membership, "clearance"):
        services.clear_member(membership, vetting.verdict, vetting.valid_until, by=vetting.decided_by)
    if application.wants_to_coordinate and membership.role == Membership.Role.MEMBER:
        services.open_candidacy(membership)


@on("member.joined", "coordinator.appointed")
def ask_who_knows_the_coordinator(line: Line) -> None:
    """In a new group: whoever joined is asked, or everybody when somebody coordinates from now on."""
    membership = Membership.objects.select_related("group__organisation", "person").filter(pk=line.subject_id).first()
    if membership is None or membership.left_at or not queries.unchecked_coordinators(membership.group).exists():
        return
    members = members_of(membership.group).select_related("person")
    asked = members.filter(pk=membership.pk) if line.action == "member.joined" else members
    mails.ask_first_neighbours(membership.group, [one for one in asked if queries.to_confirm(one)])


@on("neighbour.confirmed")
def start_when_that_was_all(line: Line) -> None:
    if group := WatchGroup.objects.filter(pk=line.facts["group"]).first():
        start_if_ready(group)


@on("residence.asked")
def tell_of_a_visit(line: Line) -> None:
    if line.facts["way"] == AddressProof.Way.VISIT:
        application_id = AddressProof.objects.values_list("application", flat=True).get(pk=line.subject_id)
        intend("application.visit", application_id, priority=Priority.NOTICE, valid_for=NEWS_FOR)


@on("residence.ended")
def tell_to_choose_again(line: Line) -> None:
    application = _application(line.facts["application"])
    if line.facts["reason"] == CORRECTED:
        return
    if application and not application.ended_at and application.residence_proven_at is None:
        mails.send_residence_ended(application, line.facts["reason"])


@on("letter.printed")
def tell_that_it_is_on_its_way(line: Line) -> None:
    application = _application(line.facts["application"])
    if application and not application.ended_at and not line.facts["again"]:
        mails.send_letter_printed(application)


@on("vetting.announced")
def mail_the_police(line: Line) -> None:
    organisation = Organisation.objects.get(pk=line.subject_id)
    mails.send_to_police(organisation, line.facts["waiting"], line.facts["late"])


@on("vetting.delayed")
def tell_of_the_delay(line: Line) -> None:
    application = _application(line.facts["application"])
    if application and not application.ended_at:
        mails.send_delay(application)


@on("objection.made")
def tell_the_desk(line: Line) -> None:
    objection = _objection(line)
    if objection:
        mails.send_objection_to_desk(objection)


@on("objection.answered")
def tell_what_came_of_it(line: Line) -> None:
    objection = _objection(line)
    if objection:
        mails.send_answer(objection)


def _application(application_id: UUID | str) -> Application | None:
    rows = Application.objects.select_related("group__organisation", "person", "vetting")
    return rows.filter(pk=application_id).first()


def _objection(line: Line) -> Objection | None:
    rows = Objection.objects.select_related("application__group__organisation", "application__vetting")
    return rows.filter(pk=line.subject_id).first()
