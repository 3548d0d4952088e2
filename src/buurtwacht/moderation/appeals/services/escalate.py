# SPDX-License-Identifier: EUPL-1.2
"""What the rules do not foresee: administrators ask others, who advise, decide, or hand it back (R149)."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import queries
from buurtwacht.moderation.cases.queries import is_judge
from buurtwacht.moderation.models import Case, CaseAdvice
from buurtwacht.people.models import Person


@transaction.atomic
def ask_others(case: Case, *, by: Person, question: str, advisers: Collection[str] = ()) -> Case:
    """Put a case before the organisation, with a question; police and municipality may be asked for advice."""
    case = Case.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=case.pk)
    if case.closed_at or not is_judge(by, case):
        raise DomainError(_("Others look into this case now."))
    if case.desk == Case.Desk.ORGANISATION:
        raise DomainError(_("This case has been put before others already."))
    case.desk, case.escalated_at, case.reminded = Case.Desk.ORGANISATION, timezone.now(), 0
    case.question, case.advisers = question, sorted(advisers)
    case.save(update_fields=["desk", "escalated_at", "reminded", "question", "advisers"])
    record("case.escalated", case.pk, by=by, group=case.group_id)
    return case


@transaction.atomic
def give_advice(case: Case, words: str, *, role: str, by: Person) -> CaseAdvice:
    """Who is asked says what they think. They do not decide."""
    case = _put_before_others(case)
    if not role or role != queries.role_of(by, case):
        raise DomainError(_("Nobody asks your advice about this case."))
    advice = CaseAdvice.objects.create(case=case, role=role, words=words, by=by)
    record("case.advised", case.pk, by=by, group=case.group_id, role=role)
    return advice


@transaction.atomic
def hand_back(case: Case, words: str, *, by: Person) -> Case:
    """The administrators decide after all, with the advice of who answers for the organisation."""
    case = _put_before_others(case)
    if not is_judge(by, case):
        raise DomainError(_("Somebody else decides this case."))
    if not queries.can_be_handed_back(case):
        raise DomainError(_("Nobody in the group can judge this case. Decide it here."))
    CaseAdvice.objects.create(case=case, role=CaseAdvice.Role.ORGANISATION, words=words, by=by)
    case.desk, case.escalated_at, case.advisers = Case.Desk.ADMINISTRATORS, None, []
    case.save(update_fields=["desk", "escalated_at", "advisers"])
    record("case.handed_back", case.pk, by=by, group=case.group_id)
    return case


def _put_before_others(case: Case) -> Case:
    case = Case.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=case.pk)
    if case.closed_at or case.desk != Case.Desk.ORGANISATION:
        raise DomainError(_("This case does not wait for others any more."))
    return case
