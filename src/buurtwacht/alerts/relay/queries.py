# SPDX-License-Identifier: EUPL-1.2
"""Which groups were asked, what they answered, and which can still be asked."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from buurtwacht.alerts.models import Relay
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import neighbours_of
from buurtwacht.reports.compose import Message, message_of
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.neighbouring import content_for_neighbours

from .additions import Addition, additions_to_tell
from .rules import refusal_to_ask, refusal_to_pass_on


@dataclass(frozen=True, slots=True)
class Passing:
    """What the coordinator of the report reads on the page: what goes along, who was asked, who can be asked, and what
    was added since.
    """

    told: Message
    relays: tuple[Relay, ...]
    groups: tuple[WatchGroup, ...]
    additions: tuple[Addition, ...]
    refusal: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """What the coordinator of the other group reads: from whom it comes, and what their members would be told."""

    relay: Relay
    told: Message
    refusal: str | None

    @property
    def is_open(self) -> bool:
        """Does it still wait for an answer that makes sense?"""
        return not self.relay.answer and self.refusal is None


def relays_of(report: Report) -> QuerySet[Relay]:
    """Every group that was asked, in the order in which they were."""
    return Relay.objects.filter(report=report).select_related("to_group", "copy").order_by("asked_at", "to_group__name")


def is_copy(report: Report) -> bool:
    """Did this report come from a neighbouring group?"""
    return Relay.objects.filter(copy=report).exists()


def heard_that_it_was_hidden(relay: Relay) -> bool:
    """Did the coordinators with a copy hear so? Whose own report had ended by then did not, and needs no more news."""
    hidden = relay.report.entries.filter(kind=Entry.Kind.HIDDEN).order_by("-sequence").first()
    copy = relay.copy
    if hidden is None or copy is None:
        return False
    return copy.is_live or bool(copy.closed_at and copy.closed_at >= hidden.at and copy.status == copy.Status.CLOSED)


def goes_on_at_both(relay: Relay) -> bool:
    """Is the report going on where it began, and its copy too?"""
    return relay.copy is not None and relay.copy.is_live and relay.report.is_live


def askable_groups(report: Report) -> QuerySet[WatchGroup]:
    """The active groups next to this one that were not asked yet."""
    asked = Relay.objects.filter(report=report).values("to_group")
    return active_neighbours(report.group).exclude(pk__in=asked)


def active_neighbours(group: WatchGroup) -> QuerySet[WatchGroup]:
    """The groups next to this one that can be warned."""
    return neighbours_of(group).filter(status=WatchGroup.Status.ACTIVE)


def relay_with_all(relay_id: UUID) -> Relay | None:
    """A relay with its report and both groups."""
    found = Relay.objects.select_related("report__group__organisation", "to_group__organisation", "copy")
    return found.filter(pk=relay_id).first()


def passing_of(report: Report) -> Passing:
    """Everything the page of the asking coordinator needs, in the language that is active now."""
    told = message_of(content_for_neighbours(report), report.group.policy, report.group.tz)
    refusal = refusal_to_ask(report, is_copy=is_copy(report))
    groups = () if refusal else tuple(askable_groups(report))
    additions = () if refusal else additions_to_tell(report)
    return Passing(told, tuple(relays_of(report)), groups, additions, refusal)


def question_of(relay: Relay) -> Question:
    """Everything the page of the asked coordinator needs, with the emergency number of their own group."""
    group = relay.to_group
    told = message_of(content_for_neighbours(relay.report), group.policy, group.tz)
    return Question(relay, told, refusal_to_pass_on(relay.report))
