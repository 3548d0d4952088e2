# SPDX-License-Identifier: EUPL-1.2
"""Looking up who could have passed something on. One function, one transaction, one journal line."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts import rule_for_reason
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import is_administrator
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.limits import DAY, Limit
from buurtwacht.moderation.cases.services import open_case
from buurtwacht.moderation.cases.words import UNFORESEEN
from buurtwacht.moderation.models import Case, LeakLook
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

from .queries import audience_of, members_with_mark

MARK, REPORT = "mark", "report"
MARKS = Limit("leak-marks", 12, DAY)  # by who looks: enough for a mark that is hard to read, too few to guess one


def look_up_mark(group: WatchGroup, typed: str, *, reason: str, by: Person) -> LeakLook | None:
    """Whose mark is this? None when it is that of who looks: then the program puts it before the others, as a case.

    Raises `DomainError` when nobody of this group has it, when half a mark fits more than one, and for who has tried
    too many marks today. Each try counts and leaves a line: it must not be undone by the refusal.
    """
    _check_may_look(group, by)
    if not MARKS.allows(str(by.pk)):
        raise DomainError(_("You tried many marks today. Try again tomorrow, or ask another administrator to look."))
    found = members_with_mark(group, typed)
    if len(found) != 1:
        _tried(group, by)
    if not found:
        raise DomainError(
            _("Nobody of this group has this mark. Look at it again: eight signs with a dash in the middle.")
        )
    if len(found) > 1:
        raise DomainError(_("More than one member fits. Type the whole mark, eight signs."))
    return _found(found[0], reason, by)


@transaction.atomic
def _found(member: Membership, reason: str, by: Person) -> LeakLook | None:
    look = _looked(member.group, None, reason, [member.person_id], MARK, by)
    if member.person_id != by.pk:
        return look
    _put_before_others(member)
    return None


@transaction.atomic
def _tried(group: WatchGroup, by: Person) -> None:
    """A mark that led to nobody, or to more than one: whoever guesses leaves a trace."""
    record("leak.tried", group.pk, by=by, group=group.pk, way=MARK)


@transaction.atomic
def look_up_audience(report: Report, *, reason: str, by: Person) -> LeakLook:
    """The names of those who could have seen a report. Each of them reads in their own data that this was looked up."""
    _check_may_look(report.group, by)
    people = [viewer.membership.person_id for viewer in audience_of(report).viewers]
    return _looked(report.group, report, reason, people, REPORT, by)


def rule_of_leaks(group: WatchGroup) -> str:
    """The key of the house rule that what is shared stays in the group."""
    point = rule_for_reason(group, "publication")
    return point.key if point else UNFORESEEN


def _looked(
    group: WatchGroup, report: Report | None, reason: str, people: Iterable[UUID], way: str, by: Person
) -> LeakLook:
    look = LeakLook.objects.create(group=group, report=report, reason=reason, by=by, people=list(people))
    record("leak.looked_up", look.pk, by=by, group=group.pk, way=way, reason=reason, people=len(look.people))
    return look


def _put_before_others(membership: Membership) -> None:
    """Once: who looks again finds out nothing new."""
    rule = rule_of_leaks(membership.group)
    Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if Case.objects.filter(membership=membership, rule=rule, opened_by=None, closed_at=None).exists():
        return
    note = _(
        "The mark on something that was found outside the group is that of this member, who administers the group."
    )
    open_case(membership, rule=rule, by=None, note=note)


def _check_may_look(group: WatchGroup, by: Person) -> None:
    if not is_administrator(by, group):
        raise DomainError(_("Only who administers the group looks this up."))
