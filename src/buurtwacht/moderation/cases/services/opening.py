# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import is_administrator, who_answers_for
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries
from buurtwacht.moderation.models import Case
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry

from .locked import check_judge, locked_case


@transaction.atomic
def open_case(
    membership: Membership,
    *,
    rule: str,
    by: Person | None,
    entry: Entry | None = None,
    note: str = "",
    quoted: str = "",
) -> Case:
    """Look into what a member did. `by` None: the program. About one text there is one open case: the same comes back.

    `rule` is the key of a house rule, or "unforeseen". `quoted` are the words concerned and `note` what happened; the
    member reads both. Raises `DomainError` for somebody who left, for one's own case, and for who may open none.
    """
    membership = _locked(membership)
    if membership.left_at:
        raise DomainError(_("This person is no longer in the group."))
    _check_may_open(membership, by)
    if entry and (known := Case.objects.filter(membership=membership, entry=entry, closed_at=None).first()):
        return known
    case = Case.objects.create(
        group=membership.group,
        membership=membership,
        person=membership.person,
        entry=entry,
        rule=rule,
        quoted=quoted.strip(),
        note=note.strip(),
        opened_by=by,
        desk=queries.desk_for(membership.group, membership.person_id),
    )
    record("case.opened", case.pk, by=by, group=case.group_id, rule=rule, desk=case.desk)
    return case


@transaction.atomic
def escalate(case: Case, *, by: Person) -> Case:
    """Put a case before who answers for the organisation: the rules do not foresee it (R149). Twice is once."""
    case = locked_case(case)
    if case.closed_at:
        raise DomainError(_("This case is closed. Open a new one when something new happened."))
    if case.desk == Case.Desk.ORGANISATION:
        return case
    check_judge(case, by)
    case.desk, case.escalated_at = Case.Desk.ORGANISATION, timezone.now()
    case.save(update_fields=["desk", "escalated_at"])
    record("case.escalated", case.pk, by=by, group=case.group_id)
    return case


def move_to_part(group_id: UUID) -> int:
    """A group was split: the open cases about who went along go along. Returns how many."""
    moved = Case.objects.filter(membership__group=group_id, closed_at=None).exclude(group=group_id)
    return sum(_move(pk, group_id) for pk in list(moved.values_list("pk", flat=True)))


@transaction.atomic
def _move(case_id: UUID, group_id: UUID) -> bool:
    case = locked_case(Case(pk=case_id))
    if case.closed_at:
        return False
    case.group = WatchGroup.objects.select_related("organisation").get(pk=group_id)
    if case.escalated_at is None:
        case.desk = queries.desk_for(case.group, case.person_id)
    case.save(update_fields=["group", "desk"])
    record("case.moved", case.pk, group=group_id, desk=case.desk)
    return True


def _check_may_open(membership: Membership, by: Person | None) -> None:
    if by is None:
        return
    if by.pk == membership.person_id:
        raise DomainError(_("You cannot open a case about yourself. Ask another coordinator."))
    group = membership.group
    if not is_administrator(by, group) and not who_answers_for(group.organisation).filter(pk=by.pk).exists():
        raise DomainError(_("Only a coordinator or a moderator of the group opens a case."))


def _locked(membership: Membership) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)).select_related("group__organisation", "person")
    return rows.get(pk=membership.pk)
