# SPDX-License-Identifier: EUPL-1.2
"""What a member sees first: one button, what is going on, how the last report ended, whether the phone works."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.enrolment.signing.queries import groups_that_changed
from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.groups.info.queries import groups_with_info
from buurtwacht.groups.models import WatchGroup
from buurtwacht.moderation.flagging.queries import tip_for
from buurtwacht.moderation.models import Nudge
from buurtwacht.people.models import Person
from buurtwacht.people.queries import PhoneCard, phone_card
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.queries import reports_for
from buurtwacht.reports.thread.queries.desk import in_words
from buurtwacht.reports.thread.queries.listing import Item

from .hats import Hats

NEWEST = 10  # reports among which to look for one with an answer


@dataclass(frozen=True, slots=True)
class Ending:
    """How the last report ended. `answer_days` is how long the police took to say so, where they did."""

    item: Item
    answer_days: int | None


@dataclass(frozen=True, slots=True)
class DeskCard:
    """What waits for a coordinator in one group."""

    group: WatchGroup
    headline: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The first page of one person."""

    greeting: str
    groups: tuple[WatchGroup, ...]  # where one can report now
    waiting: tuple[WatchGroup, ...]  # own groups that are being formed, or rest
    live: tuple[Item, ...]
    ending: Ending | None
    desks: tuple[DeskCard, ...]
    changed: tuple[WatchGroup, ...]  # whose rules read differently since this person agreed
    tip: Nudge | None  # a private word about own words that waits for an answer
    informed: Sequence[WatchGroup]  # with something worth knowing that is no alarm
    card: PhoneCard
    topics: list[str]


def home_of(person: Person, hats: Hats, language: str) -> Home:
    """Everything on the first page, as it is now."""
    listing = reports_for(person, hats.memberships)
    zone = hats.groups[0].tz if hats.groups else None
    active = tuple(group for group in hats.groups if group.status == WatchGroup.Status.ACTIVE)
    return Home(
        greeting=greeting(timezone.localtime(timezone=zone), person.first_name),
        groups=active,
        waiting=tuple(group for group in hats.groups if group not in active),
        live=tuple(sorted(listing.live, key=lambda item: item.report.status != Report.Status.OPEN)),
        ending=_ending(listing.ended),
        desks=tuple(_desk_card(group, person) for group in hats.desks),
        changed=groups_that_changed(person, hats.memberships),
        tip=tip_for(person, hats.groups),
        informed=groups_with_info(hats.groups),
        card=phone_card(person),
        topics=[f"group:{group.pk}:{language}" for group in hats.groups],
    )


def greeting(now: datetime, name: str) -> str:
    """By the clock on the wall of the neighbourhood."""
    if now.hour < 6:
        words = _("Good night, %(name)s")
    elif now.hour < 12:
        words = _("Good morning, %(name)s")
    elif now.hour < 18:
        words = _("Good afternoon, %(name)s")
    else:
        words = _("Good evening, %(name)s")
    return words % {"name": name}


def _desk_card(group: WatchGroup, person: Person) -> DeskCard:
    tasks = list(tasks_for(group, person))
    words = ngettext("%(number)s thing to do", "%(number)s things to do", len(tasks))
    headline = words % {"number": in_words(len(tasks))} if tasks else _("Nothing to do")
    return DeskCard(group, headline, sum(task.minutes for task in tasks))


def _ending(ended: Sequence[Item]) -> Ending | None:
    """The newest report of which it is known what came of it; else the newest that ended."""
    newest = ended[:NEWEST]
    if not newest:
        return None
    item = next((item for item in newest if item.answered_at), newest[0])
    answered_at, closed_at = item.answered_at, item.report.closed_at
    return Ending(item, (answered_at - closed_at).days if answered_at and closed_at else None)
