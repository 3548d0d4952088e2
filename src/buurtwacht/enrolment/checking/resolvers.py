# SPDX-License-Identifier: EUPL-1.2
"""Whom the news about checks concerns, and in which words. Never a name on a lock screen: that is on the desk."""

from collections.abc import Callable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.enrolment.models import Application, Candidacy
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.notices import Notice, coordinators_in, everybody_in, told


@resolves("application.waits")
def tell_that_somebody_waits(intent: Intent) -> Resolved:
    return _to_coordinators(intent, lambda: _("A neighbour would like to take part"))


@resolves("application.visit")
def tell_of_a_visit(intent: Intent) -> Resolved:
    return _to_coordinators(intent, lambda: _("A neighbour asks you to come by"))


@resolves("candidacy.news")
def tell_the_candidate(intent: Intent) -> Resolved:
    rows = Candidacy.objects.select_related("group__organisation", "membership")
    candidacy = rows.filter(pk=intent.subject_id).first()
    if candidacy is None:
        return Resolved()
    path = reverse("candidacy", args=[candidacy.group.slug])

    def words() -> Notice:
        return Notice(title=_("Coordinating your group"), body=_("Look how far it is, and what you can do."), path=path)

    return told(intent, candidacy.group, Q(person=candidacy.membership.person_id), words)


@resolves("candidacy.wanted")
def ask_who_would_coordinate(intent: Intent) -> Resolved:
    group = WatchGroup.objects.select_related("organisation").filter(pk=intent.subject_id).first()
    if group is None:
        return Resolved()
    path = reverse("candidacy", args=[group.slug])

    def words() -> Notice:
        return Notice(
            title=_("Who would like to coordinate %(group)s?") % {"group": group.name},
            body=_("It takes about an hour a month. Look what it is, and offer yourself."),
            path=path,
        )

    return told(intent, group, everybody_in(group), words)


def _to_coordinators(intent: Intent, title: Callable[[], str]) -> Resolved:
    rows = Application.objects.select_related("group__organisation")
    application = rows.filter(pk=intent.subject_id, ended_at=None).first()
    if application is None:
        return Resolved()
    path = reverse("desk_applications", args=[application.group.slug])

    def words() -> Notice:
        return Notice(title=title(), body=_("It is on your desk."), path=path)

    return told(intent, application.group, coordinators_in(application.group), words)
