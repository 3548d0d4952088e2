# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import membership_in_the_way
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import mails, services
from .services.submit import REPLACED

Source = Application.Source


@on("application.code_made")
def send_the_code(line: Line) -> None:
    application = _application(line)
    if application is None or application.ended_at:
        return
    if line.facts["way"] == services.EMAIL and application.email_code:
        mails.send_code(application)
    if line.facts["way"] == services.PHONE and application.phone_code:
        mails.text_code(application)


@on("application.submitted", "application.step_done")
def tell_that_we_have_it(line: Line) -> None:
    """Once the address is proven: at once for somebody who was signed in, else after the code."""
    application = _application(line)
    if application is None or application.source != Source.SITE or not application.email_proven_at:
        return
    if line.facts.get("step", "email") == "email":
        mails.send_received(application)


@on("application.repeated")
def tell_that_we_had_it(line: Line) -> None:
    if (application := _application(line)) and not application.ended_at:
        mails.send_again(application)


@on("application.needless")
def tell_a_member(line: Line) -> None:
    memberships = Membership.objects.select_related("person", "group__organisation")
    if membership := memberships.filter(pk=line.subject_id, left_at=None).first():
        mails.send_needless(membership)


@on("application.reminded")
def mail_the_reminder(line: Line) -> None:
    if (application := _application(line)) and not application.ended_at:
        mails.send_reminder(application)


@on("application.moved")
def tell_the_place_in_the_queue(line: Line) -> None:
    application = _application(line)
    if application and line.facts["after"] == application.status == Application.Status.WAITING:
        mails.send_waiting(application)


@on("application.place_given")
def tell_that_there_is_a_place(line: Line) -> None:
    if (application := _application(line)) and not application.ended_at:
        mails.send_place(application)


@on("application.followed")
def tell_the_new_group(line: Line) -> None:
    if (application := _application(line)) and not application.ended_at:
        mails.send_followed(application)


@on("application.withdrawn")
def tell_that_it_stopped(line: Line) -> None:
    """Not to an address that nobody proved, nor when the same address began again."""
    application = _application(line)
    if application and application.email_proven_at and line.facts["reason"] != REPLACED:
        mails.send_withdrawn(application, str(line.facts["reason"]))


@on("member.left", "application.withdrawn", "application.refused")
def give_the_place_to_the_next(line: Line) -> None:
    _fill(line.facts["group"])


@on("member.left")
def give_the_place_that_was_waited_for(line: Line) -> None:
    """Nothing is in the way any more of who waited for a place elsewhere."""
    for group in services.groups_waited_for(UUID(str(line.facts["person"]))):
        services.fill_places(group)


@on("application.passed_over")
def tell_what_is_in_the_way(line: Line) -> None:
    application = _application(line)
    if application and (membership := membership_in_the_way(application)):
        mails.send_in_the_way(application, membership)


@on("group.settings_changed")
def give_new_places(line: Line) -> None:
    _fill(line.subject_id)


@on("group.split")
def follow_the_streets(line: Line) -> None:
    if group := WatchGroup.objects.select_related("organisation", "area").filter(pk=line.subject_id).first():
        services.follow_streets(group)


def _fill(group_id: UUID | str) -> None:
    if group := WatchGroup.objects.filter(pk=group_id).first():
        services.fill_places(group)


def _application(line: Line) -> Application | None:
    rows = Application.objects.select_related("group__organisation", "group__area", "person")
    return rows.filter(pk=line.subject_id).first()
