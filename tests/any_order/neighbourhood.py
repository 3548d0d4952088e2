# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood in which anything may happen: who is there, what was said, and what is out of sight."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.delivery.partitions import make_partitions
from buurtwacht.groups.models import ChatRoom, Membership, WatchGroup
from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry, Photo, Report
from buurtwacht.reports.thread import rules
from buurtwacht.testing.cast import add_contact_point, gather, join, make_person

PEOPLE = ("anna", "bram", "chantal", "dirk", "eva", "farid", "gerrit", "hanna", "ingrid", "jonas", "karin")
SYLLABLES = ("bo", "da", "fi", "go", "lu", "me", "ni", "pa", "ro", "su", "ta", "vi", "wo", "za")


@dataclass
class Said:
    """Words that nobody else says, and where they were said. `place` are those about where it was."""

    word: str
    place: str
    entry_id: UUID
    report_id: UUID
    writer: str


@dataclass
class Neighbourhood:
    """The Vogelbuurt with three administrators, the next group, and what was said so far.

    Rows are read anew each time: what happened may have changed them.
    """

    group_id: UUID
    next_id: UUID
    ids: dict[str, UUID]
    said: dict[UUID, Said] = field(default_factory=dict)  # by entry
    hidden: set[UUID] = field(default_factory=set)  # entries of which nobody else reads the words
    gone: set[UUID] = field(default_factory=set)  # entries whose words were erased
    pictured: set[UUID] = field(default_factory=set)  # of those, corrected ones with a photo: it stays, with its words
    screens: list[tuple[str, UUID, str]] = field(default_factory=list)  # who had which page open, with its token
    spoken: int = 0

    def person(self, name: str) -> Person:
        return Person.objects.get(pk=self.ids[name])

    def name(self, person_id: UUID | None) -> str:
        return next((name for name, known in self.ids.items() if known == person_id), "")

    @property
    def group(self) -> WatchGroup:
        return WatchGroup.objects.select_related("organisation", "area").get(pk=self.group_id)

    @property
    def next_group(self) -> WatchGroup:
        return WatchGroup.objects.select_related("organisation", "area").get(pk=self.next_id)

    def member(self, name: str) -> Membership | None:
        return membership_in(self.person(name), self.group)

    def new_words(self) -> tuple[str, str]:
        """Two words that were never said before."""
        self.spoken += 1
        one = "".join(SYLLABLES[(self.spoken // 14**place) % 14] for place in range(3))
        return f"kwelp{one}", f"kwint{one}"

    def hear(self, entry: Entry, words: tuple[str, str], writer: str) -> None:
        """From now on these words belong to this entry."""
        self.said[entry.pk] = Said(*words, entry.pk, entry.report_id, writer)

    def hide_report(self, report_id: UUID) -> None:
        self.hidden |= {one.entry_id for one in self.said.values() if one.report_id == report_id}

    def show_report(self, report_id: UUID) -> None:
        """What was hidden by itself stays so."""
        rows = Entry.objects.filter(report=report_id, hidden_at=None).values_list("pk", flat=True)
        self.hidden -= set(rows)

    def erase(self, report_id: UUID, kinds: tuple[str, ...]) -> set[UUID]:
        """Nobody reads these entries any more, their writer neither. Returns those that were read before."""
        rows = Entry.objects.filter(report=report_id, kind__in=kinds).values_list("pk", flat=True)
        erased = set(rows) & set(self.said)
        self.pictured -= erased
        new = erased - self.gone
        self.gone |= erased
        return new

    def replace(self, report_id: UUID) -> None:
        """A correction takes the place of what was told. A photo that came with it stays."""
        pictured = set(self.pictured)
        new = self.erase(report_id, rules.FULL_TELLINGS)
        photos = Photo.objects.filter(entry__in=new, erased_at=None).values_list("entry", flat=True)
        self.pictured = pictured | set(photos)


def settle() -> Neighbourhood:
    """Everybody moves in."""
    make_partitions(timezone.now())
    cast = gather("nl")
    people: dict[str, Person] = {name: getattr(cast, name) for name in PEOPLE[:8]}
    newer = (
        ("ingrid", "coordinator", "Vinkenlaan"),
        ("jonas", "moderator", "Lijsterstraat"),
        ("karin", "member", "Merelweg"),
    )
    for name, role, street in newer:
        people[name] = make_person(name.capitalize())
        add_contact_point(people[name])
        join(cast.group, people[name], role, street=street)
    Membership.objects.filter(person=cast.farid).update(role=Membership.Role.COORDINATOR)
    WatchGroup.objects.filter(pk=cast.group.pk).update(overrides={"photo": "group"})
    for name in ("bram", "gerrit", "anna"):
        add_contact_point(people[name], "email", f"{name}@voorbeeld.example")
    ChatRoom.objects.create(group=cast.group, channel="log", address="room:vogelbuurt", opened_by=cast.anna)
    return Neighbourhood(cast.group.pk, cast.next_group.pk, {name: person.pk for name, person in people.items()})


def attempt(act: Callable[..., Any], *args: Any, **more: Any) -> Any:
    """What came of it; None where it was refused. A refusal is a fine answer, and leaves nothing behind."""
    try:
        with transaction.atomic():
            return act(*args, **more)
    except (DomainError, NotFound):
        return None


def one_of(rows: Any, number: int) -> Any:
    """Any of these rows; None when there are none."""
    found = list(rows)
    return found[number % len(found)] if found else None


def reports_here(place: Neighbourhood) -> Any:
    return Report.objects.filter(group_id=place.group_id).select_related("group__organisation").order_by("pk")


def in_days(days: int) -> Any:
    return timezone.now() + timedelta(days=days)
