# SPDX-License-Identifier: EUPL-1.2
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.policy.model import PhotoRule
from buurtwacht.reports.choices import SkinColour
from buurtwacht.reports.content import Content, filtered
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.hints import PERSON_WORDS, VEHICLE_WORDS

from .cards import PersonForm, VehicleForm
from .notice import NoticeForm
from .photo import PhotoForm

MOST_PERSONS, MOST_VEHICLES = 6, 4
BLANK = "NR"  # the number of the empty card that a script copies

_CARD = re.compile(r"^(person|vehicle)-(\d{1,2})-")


class DraftForm:
    """Everything somebody told so far, in one form. Each step shows a part of it; the rest travels along unseen."""

    def __init__(
        self, group: WatchGroup, data: Mapping[str, Any] | None = None, files: Any = None, now: datetime | None = None
    ) -> None:
        policy = group.policy
        self.group = group
        self.notice = NoticeForm(data, group, now or timezone.now())
        place = str(data.get("place", "")) if data else ""
        self.persons = [PersonForm(data, number=n, policy=policy) for n in _numbers(data, "person", MOST_PERSONS)]
        self.vehicles = [
            VehicleForm(data, number=n, policy=policy, place=place) for n in _numbers(data, "vehicle", MOST_VEHICLES)
        ]
        self.photo = None if policy.photo is PhotoRule.NEVER else PhotoForm(data, files, policy)
        self.blank_person = PersonForm(None, number=BLANK, policy=policy)
        self.blank_vehicle = VehicleForm(None, number=BLANK, policy=policy)

    @property
    def message_forms(self) -> list[forms.Form]:
        """What the step of the message asks for."""
        return [*self.persons, *self.vehicles, *([self.photo] if self.photo else [])]

    def is_valid(self) -> bool:
        forms_here = (self.notice, *self.message_forms)
        return not any([form.errors for form in forms_here])  # noqa: C419 - all of them must be checked

    def draft(self) -> Draft:
        """What was told, also when parts of it are not right yet: those are left out."""
        self.is_valid()
        told = self.notice.cleaned_data
        return Draft(
            id=told["draft_id"],
            group=self.group,
            content=filtered(self._content(), self.group.policy),
            in_doubt=bool(told.get("in_doubt")) and not told.get("called"),
            insists=bool(told.get("insists")),
            apart_from=_ids(told.get("apart_from", "")),
            photo=self.photo.taken if self.photo else None,
        )

    def colours_not_kept(self) -> tuple[str, ...]:
        """Skin colours that were chosen on a card before what comes first, as the form names them (C9)."""
        raw = [card.skin_colour for card in self._content().persons if card.skin_colour]
        kept = [card.skin_colour for card in filtered(self._content(), self.group.policy).persons if card.skin_colour]
        return tuple(str(SkinColour(colour).label) for colour in raw if colour not in kept)

    def texts(self) -> Iterator[tuple[str, str]]:
        """The names of the free fields with what was written in them, as the wording check wants to read them."""
        self.is_valid()
        for form, names in self._written():
            for name in names:
                yield form.add_prefix(name), form.cleaned_data.get(name, "")

    def _written(self) -> Iterator[tuple[forms.Form, tuple[str, ...]]]:
        yield self.notice, ("words", "supposed", "place")
        for person in self.persons:
            yield person, PERSON_WORDS
        for vehicle in self.vehicles:
            yield vehicle, VEHICLE_WORDS
        if self.photo:
            yield self.photo, ("photo_words",)

    def _content(self) -> Content:
        told = self.notice.cleaned_data
        persons = (form.card() for form in self.persons if form.is_valid())
        vehicles = (form.card() for form in self.vehicles if form.is_valid())
        return Content(
            text=told.get("words", ""),
            supposed=told.get("supposed", ""),
            behaviours=tuple(told.get("behaviours", ())),
            place=told.get("place", ""),
            location=self.notice.location(),
            in_sight=told.get("in_sight", ""),
            seen_at=self.notice.moment("seen_at").at,
            called_at=self.notice.moment("called_at").at if told.get("called") else None,
            danger=self.notice.danger_told(),
            persons=tuple(card for card in persons if not card.is_empty),
            vehicles=tuple(card for card in vehicles if not card.is_empty),
        )


def _numbers(data: Mapping[str, Any] | None, kind: str, most: int) -> list[int]:
    """Which cards the form holds. The first person card is always there."""
    found = {int(card[2]) for card in map(_CARD.match, data or ()) if card and card[1] == kind}
    return sorted(found)[:most] or ([0] if kind == "person" else [])


def _ids(written: str) -> frozenset[UUID]:
    found = set()
    for part in written.split():
        with suppress(ValueError):
            found.add(UUID(part))
    return frozenset(found)
