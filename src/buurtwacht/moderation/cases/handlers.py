# SPDX-License-Identifier: EUPL-1.2
"""Who hears of what happens in a case. Never who flagged it, and no name on a lock screen."""

from uuid import UUID

from django.utils.translation import gettext, gettext_noop, override

from buurtwacht.delivery.services import intend
from buurtwacht.enrolment.telling import mail_member
from buurtwacht.groups.notices import NOTICE
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.moderation.appeals.links import case_url, reference_of
from buurtwacht.moderation.ladder import ENDS, TO_AGREE, Kind
from buurtwacht.moderation.models import Case, Measure

from . import letter_words, services
from .resolvers import ABOUT_YOU, ASKED, DECIDED, NOT_DECIDED, TO_JUDGE, TO_MEMBER, WORTH_KNOWING
from .words import label_of

SUBJECT = gettext_noop("A decision about your part in %(group)s")
TAKEN_BACK = gettext_noop("A decision about you in %(group)s was taken back")


@on("case.opened")
def tell_both_sides(line: Line) -> None:
    """Who judges it, and whom it is about: they can say how they see it before anything is decided."""
    case = Case.objects.filter(pk=line.subject_id, closed_at=None).first()
    if case is None:
        return
    intend(ABOUT_YOU, case.pk, priority=NOTICE, valid_for=WORTH_KNOWING)
    if case.desk == Case.Desk.ADMINISTRATORS:  # `appeals` tells who answers for the organisation
        intend(TO_JUDGE, case.pk, priority=NOTICE, valid_for=WORTH_KNOWING)


@on("measure.proposed")
def ask_for_a_second(line: Line) -> None:
    """The night is left alone here too: a day is long enough for an answer."""
    intend(ASKED, line.subject_id, priority=NOTICE, valid_for=max(TO_AGREE, WORTH_KNOWING))


@on("measure.taken")
def tell_the_member(line: Line) -> None:
    """A letter by mail, a short notice on everything else; and a second pair of eyes for the administrators."""
    measure = _measure(line)
    if measure is None or measure.status != Measure.Status.TAKEN:
        return
    for kind in (TO_MEMBER, DECIDED):
        intend(kind, measure.pk, priority=NOTICE, valid_for=WORTH_KNOWING)
    if measure.kind != Kind.TALK:
        _mail(measure)


@on("measure.overturned")
def tell_that_it_was_taken_back(line: Line) -> None:
    measure = _measure(line)
    if measure is None:
        return
    for kind in (TO_MEMBER, DECIDED):
        intend(kind, measure.pk, priority=NOTICE, valid_for=WORTH_KNOWING)
    case = measure.case
    with override(case.person.language):
        context = {
            "kind": label_of(measure.kind),
            "came_back": measure.kind in ENDS and case.membership and case.membership.left_at is None,
            "url": case_url(case),
        }
    template = "moderation/cases/mail/overturned.txt"
    mail_member(case.person, case.group, subject=TAKEN_BACK, template=template, context=context)


@on("measure.declined", "measure.lapsed")
def tell_who_proposed_it(line: Line) -> None:
    if not line.facts.get("own"):
        intend(NOT_DECIDED, line.subject_id, priority=NOTICE, valid_for=WORTH_KNOWING)


@on("member.left")
def close_what_was_open(line: Line) -> None:
    services.close_left(line.subject_id)


@on("member.joined")
def take_along_a_suspension(line: Line) -> None:
    services.suspend_again(line.subject_id)


@on("group.split")
def move_along(line: Line) -> None:
    """The neighbours of the new group look after their own house."""
    services.move_to_part(UUID(str(line.facts["into"])))


def _mail(measure: Measure) -> None:
    case = measure.case
    with override(case.person.language):
        context = {
            "opening": letter_words.opening_of(measure),
            "means": letter_words.means_of(measure),
            "parts": letter_words.parts_of(measure),
            "appeal": letter_words.appeal_of(measure),
            "url": case_url(case),
            "reference": gettext("Reference: %(reference)s") % {"reference": reference_of(measure)},
        }
    template = "moderation/cases/mail/measure.txt"
    mail_member(case.person, case.group, subject=SUBJECT, template=template, context=context)


def _measure(line: Line) -> Measure | None:
    related = ("case__group__organisation", "case__group__area", "case__person", "case__membership", "case__entry")
    pk: UUID = line.subject_id
    return Measure.objects.select_related(*related).filter(pk=pk).first()
