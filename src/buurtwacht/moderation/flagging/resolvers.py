# SPDX-License-Identifier: EUPL-1.2
"""Whom the news about flags concerns, and in which words. What it is about stands on the page: locked screens talk."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.notices import Notice, everybody_in, told
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.reports.models import Entry

from . import queries

OUTCOMES: dict[str, Callable[[], str]] = {
    Flag.Outcome.CHANGED: lambda: _("The writer changed the words or took them back. Thank you for telling."),
    Flag.Outcome.HIDDEN: lambda: _("The words were hidden. Thank you for telling."),
    Flag.Outcome.CASE: lambda: _("The administrators look into it. Thank you for telling."),
    Flag.Outcome.FINE: lambda: _("The words may stay. Open to read why. Thank you for telling."),
}


@resolves("moderation.nudge")
def tell_the_writer(intent: Intent) -> Resolved:
    """A private word, on the writer's own ways and nobody else's."""
    nudge = Nudge.objects.filter(pk=intent.subject_id, answer="").first()
    entry = queries.entry_with(nudge.entry_id) if nudge else None
    if nudge is None or entry is None or entry.hidden_at:
        return Resolved()

    def words() -> Notice:
        return Notice(
            title=_("Will you look at your words once more?"),
            body=_("A tip, only for you. Open to read it."),
            path=_tip(entry),
        )

    return _soon(entry, told(intent, entry.report.group, _only(entry.report.group, nudge.person_id), words))


@resolves("moderation.look")
def tell_who_judges(intent: Intent) -> Resolved:
    """Only while something waits. Never who wrote it."""
    entry = queries.entry_with(intent.subject_id)
    if entry is None or not queries.open_flags(entry).filter(desk_at__isnull=False).exists():
        return Resolved()
    judges = Q(person__in=queries.judges_of(entry).values("pk"))

    def words() -> Notice:
        return Notice(
            title=_("A neighbour says that something is wrong"),
            body=_("About a message in your group. Will you look?"),
            path=reverse("flag_judge", args=[entry.report.group.slug, entry.pk]),
        )

    return _soon(entry, told(intent, entry.report.group, judges, words))


@resolves("moderation.flag_settled")
def tell_who_flagged(intent: Intent) -> Resolved:
    """One sentence: how it ended."""
    flags = Flag.objects.select_related("group__organisation").exclude(outcome="")
    flag = flags.filter(pk=intent.subject_id, by__isnull=False).first()
    if flag is None:
        return Resolved()

    def words() -> Notice:
        return Notice(
            title=_("What you told us about was looked at"),
            body=OUTCOMES[flag.outcome](),
            path=reverse("report_flag", args=[flag.report_id, flag.entry_id]),
        )

    return told(intent, flag.group, _only(flag.group, flag.by_id), words)


@resolves("moderation.hidden")
def tell_that_it_was_hidden(intent: Intent) -> Resolved:
    """Who wrote it reads why on the page."""
    entry = queries.entry_with(intent.subject_id)
    if entry is None or not entry.hidden_at:
        return Resolved()
    return _to_writer(
        intent, entry, lambda: (_("A message of yours was hidden"), _("Open to read why, and what you can do."))
    )


@resolves("moderation.shown_again")
def tell_that_it_stands_again(intent: Intent) -> Resolved:
    entry = queries.entry_with(intent.subject_id)
    if entry is None or entry.hidden_at:
        return Resolved()
    path = reverse("report", args=[entry.report_id])
    return _to_writer(
        intent, entry, lambda: (_("Your message is shown again"), _("It stands where it stood.")), path=path
    )


def _to_writer(intent: Intent, entry: Entry, words: Callable[[], tuple[str, str]], *, path: str = "") -> Resolved:
    def notice() -> Notice:
        title, body = words()
        return Notice(title=title, body=body, path=path or _tip(entry))

    return told(intent, entry.report.group, _only(entry.report.group, entry.author_id), notice)


def _soon(entry: Entry, resolved: Resolved) -> Resolved:
    """While the report goes on people are awake, and words do harm now: it does not wait for the morning."""
    if not entry.report.is_live:
        return resolved
    return Resolved([replace(one, hold_until=None) for one in resolved.recipients])


def _tip(entry: Entry) -> str:
    return reverse("report_tip", args=[entry.report_id, entry.pk])


def _only(group: WatchGroup, person_id: UUID | None) -> Q:
    """This person, as long as they take part: who left can open none of these pages."""
    return everybody_in(group) & Q(person=person_id) if person_id else Q(pk__in=[])
