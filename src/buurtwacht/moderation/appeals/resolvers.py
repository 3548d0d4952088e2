# SPDX-License-Identifier: EUPL-1.2
"""Whom the news about appeals concerns, and in which words. Never what it is about: that stands on the page."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.enrolment.telling import notice_to
from buurtwacht.groups.notices import Notice, told
from buurtwacht.moderation.cases.queries import judges_of
from buurtwacht.moderation.models import Appeal, Case

from . import queries

Words = Callable[[], tuple[str, str]]


@resolves("appeal.waits")
def tell_the_judges(intent: Intent) -> Resolved:
    appeal = _appeal(intent.subject_id)
    if appeal is None or appeal.answered_at:
        return Resolved()
    judges = queries.appeal_judges(appeal.measure).values_list("pk", flat=True)
    return _to_desk(intent, appeal.measure.case, judges, lambda: _("An appeal waits for an answer"))


@resolves("appeal.answered")
def tell_the_member(intent: Intent) -> Resolved:
    appeal = _appeal(intent.subject_id)
    if appeal is None:
        return Resolved()
    return _to_member(
        intent, appeal.measure.case, lambda: (_("Your appeal has been answered"), _("Look what it says."))
    )


@resolves("case.others_look")
def tell_that_others_look(intent: Intent) -> Resolved:
    case = _case(intent.subject_id)
    if case is None or case.closed_at:
        return Resolved()
    return _to_member(intent, case, lambda: (_("Others look at it too"), _("Look how far it is.")))


@resolves("case.asked")
def tell_who_is_asked(intent: Intent) -> Resolved:
    """Who decides now, and whose advice is asked."""
    case = _case(intent.subject_id)
    if case is None or case.closed_at:
        return Resolved()
    judges = judges_of(case).values_list("pk", flat=True)
    asked = queries.asked_for_advice(case).values_list("pk", flat=True)
    deciding = _to_desk(intent, case, judges, lambda: _("A case that the group puts before you"))
    advising = _to_desk(intent, case, set(asked) - set(judges), lambda: _("A group asks for your advice"))
    return Resolved([*deciding.recipients, *advising.recipients])


@resolves("case.delayed")
def remind_who_is_asked(intent: Intent) -> Resolved:
    case = _case(intent.subject_id)
    if case is None or case.closed_at:
        return Resolved()
    judges = judges_of(case).values_list("pk", flat=True)
    asked = [*judges, *queries.asked_for_advice(case).values_list("pk", flat=True)]
    return _to_desk(intent, case, asked, lambda: _("A case still waits for you"))


@resolves("case.has_advice")
def tell_who_decides(intent: Intent) -> Resolved:
    case = _case(intent.subject_id)
    if case is None or case.closed_at:
        return Resolved()
    judges = judges_of(case).values_list("pk", flat=True)
    return _to_desk(intent, case, judges, lambda: _("There is advice about a case"))


def _to_desk(intent: Intent, case: Case, whom: Iterable[UUID], title: Callable[[], str]) -> Resolved:
    """Who judges; never the person it is about."""

    def words() -> Notice:
        return Notice(
            title=title(), body=_("Sign in to read it. No names stand in this message."), path=reverse("appeals")
        )

    people = [person_id for person_id in whom if person_id != case.person_id]
    return told(intent, case.group, Q(person__in=people), words)


def _to_member(intent: Intent, case: Case, words: Words) -> Resolved:
    return notice_to(intent, case.person, case.group, path=reverse("own_case", args=[case.pk]), words=words)


def _appeal(appeal_id: UUID) -> Appeal | None:
    rows = Appeal.objects.select_related("measure__case__group__organisation", "measure__case__person")
    return rows.filter(pk=appeal_id).first()


def _case(case_id: UUID) -> Case | None:
    return Case.objects.select_related("group__organisation", "person").filter(pk=case_id).first()
