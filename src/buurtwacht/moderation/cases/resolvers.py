# SPDX-License-Identifier: EUPL-1.2
"""Whom the news of a case concerns, and in which words. Nobody's name and nobody's words: a lock screen shows them."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.enrolment.telling import notice_to
from buurtwacht.groups.notices import Notice, told
from buurtwacht.groups.queries import administrators_of, is_administrator
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

from . import queries

WORTH_KNOWING = timedelta(days=3)
TO_JUDGE, ABOUT_YOU = "case.to_judge", "case.about_you"
ASKED, TO_MEMBER = "measure.asked", "measure.to_member"
DECIDED, NOT_DECIDED = "measure.decided", "measure.not_decided"


@resolves(TO_JUDGE)
def tell_who_judges(intent: Intent) -> Resolved:
    """The administrators; who opened it knows already."""
    case = Case.objects.select_related("group__organisation", "person").filter(pk=intent.subject_id).first()
    if case is None or case.closed_at:
        return Resolved()
    judges = queries.judges_of(case)
    if case.opened_by_id:
        judges = judges.exclude(pk=case.opened_by_id)
    return told(intent, case.group, Q(person__in=judges), lambda: _case_words(case))


@resolves(ABOUT_YOU)
def tell_whom_it_is_about(intent: Intent) -> Resolved:
    case = Case.objects.select_related("group__organisation", "person").filter(pk=intent.subject_id).first()
    if case is None or case.closed_at:
        return Resolved()
    path = reverse("own_case", args=[case.pk])

    def words() -> Notice:
        title = _("A question about your part in %(group)s") % {"group": case.group.name}
        return Notice(title=title, body=_("Read it and say how you see it. Nothing has been decided."), path=path)

    return told(intent, case.group, Q(person=case.person_id), words)


@resolves(ASKED)
def ask_for_a_second(intent: Intent) -> Resolved:
    """Everybody who may say yes, each at the address where they can. Who agreed or declined first has done it."""
    measure = _measure(intent)
    if measure is None or measure.status != Measure.Status.PROPOSED or measure.lapses_at is None:
        return Resolved()
    here = queries.seconds_of(measure)
    inside = here.filter(pk__in=administrators_of(measure.case.group).values("person"))
    outside = here.exclude(pk__in=inside.values("pk"))
    found = [*_asked(intent, measure, inside, at_office=False).recipients]
    return Resolved([*found, *_asked(intent, measure, outside, at_office=True).recipients])


@resolves(TO_MEMBER)
def tell_the_member(intent: Intent) -> Resolved:
    """On everything but mail, by which they get the letter."""
    measure = _measure(intent)
    if measure is None:
        return Resolved()
    case = measure.case

    def words() -> tuple[str, str]:
        if measure.status == Measure.Status.OVERTURNED:
            return _("A decision about you was taken back"), _("Read it on your own page. Nobody else sees that page.")
        return _("A decision about your part in the group"), _("Read it on your own page, and what you can do.")

    return notice_to(intent, case.person, case.group, path=reverse("own_case", args=[case.pk]), words=words)


@resolves(DECIDED)
def tell_the_others(intent: Intent) -> Resolved:
    """A second pair of eyes: the other administrators see what was decided (R147)."""
    measure = _measure(intent)
    if measure is None:
        return Resolved()
    case = measure.case
    deciders = [one for one in (measure.proposed_by_id, measure.seconded_by_id) if one]
    others = queries.administrators_apart_from(case.group, case.person_id).exclude(pk__in=deciders)
    path = reverse("desk_case", args=[case.group.slug, case.pk])

    def words() -> Notice:
        title = _("A decision in %(group)s") % {"group": case.group.name}
        return Notice(title=title, body=_("See what was decided about a case, and why."), path=path)

    return told(intent, case.group, Q(person__in=others), words)


@resolves(NOT_DECIDED)
def tell_who_proposed_it(intent: Intent) -> Resolved:
    """That somebody said no, or that nobody agreed in time."""
    measure = _measure(intent)
    if measure is None or measure.proposed_by_id is None:
        return Resolved()
    case, path = measure.case, _path(measure.case, measure.proposed_by)

    def words() -> Notice:
        if measure.status == Measure.Status.DECLINED:
            body = _("Somebody else said no to what you proposed, and wrote why.")
        else:
            body = _("Nobody agreed in time to what you proposed. You can propose it again.")
        return Notice(title=_("Your proposal in %(group)s") % {"group": case.group.name}, body=body, path=path)

    return told(intent, case.group, Q(person=measure.proposed_by_id), words)


def _asked(intent: Intent, measure: Measure, whom: QuerySet[Person], *, at_office: bool) -> Resolved:
    case = measure.case
    place = case.group.organisation.slug if at_office else case.group.slug
    path = reverse("office_case" if at_office else "desk_case", args=[place, case.pk])

    def words() -> Notice:
        hours = max(int((measure.lapses_at - timezone.now()) / timedelta(hours=1)), 1) if measure.lapses_at else 1
        body = _("Somebody proposed a step in a case and needs your yes or no, within %(hours)s hours.")
        title = _("Your answer is asked in %(group)s") % {"group": case.group.name}
        return Notice(title=title, body=body % {"hours": hours}, path=path)

    return told(intent, case.group, Q(person__in=whom), words)


def _case_words(case: Case) -> Notice:
    title = _("A case in %(group)s") % {"group": case.group.name}
    path = reverse("desk_case", args=[case.group.slug, case.pk])
    return Notice(title=title, body=_("Somebody asks you to look at it. Nothing has been decided yet."), path=path)


def _path(case: Case, person: Person | None) -> str:
    if person and is_administrator(person, case.group):
        return reverse("desk_case", args=[case.group.slug, case.pk])
    return reverse("office_case", args=[case.group.organisation.slug, case.pk])


def _measure(intent: Intent) -> Measure | None:
    related = ("case__group__organisation", "case__person", "case__membership", "case__entry", "proposed_by")
    return Measure.objects.select_related(*related).filter(pk=intent.subject_id).first()
