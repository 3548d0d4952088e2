# SPDX-License-Identifier: EUPL-1.2
"""Telling it again, and right this time."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.policy.model import PlateRule, Policy
from buurtwacht.reports.content import Content, PersonCard, VehicleCard
from buurtwacht.reports.forms import PersonForm, VehicleForm
from buurtwacht.reports.forms.fields import SupposedField

from .base import WordsForm, line, story

LONGEST_STORY = 600


class CorrectionForm(WordsForm):
    """What and where, as it should have been, with the cards that were filled in and one empty card of each."""

    weighed = ("text", "supposed", "place")
    text = story(_("What is happening?"), required=True, longest=LONGEST_STORY)
    supposed = SupposedField()
    place = line(_("Where?"), required=True)

    def __init__(self, data: Mapping[str, Any] | None, *, told: Content, policy: Policy) -> None:
        first = {"text": told.text, "supposed": told.supposed, "place": told.place}
        super().__init__(data, policy=policy, initial=first)
        self.told = told
        filled = data if data is not None else _as_data(told, policy)
        self.persons = [PersonForm(filled, number=n, policy=policy) for n in range(len(told.persons) + 1)]
        self.vehicles = [
            VehicleForm(filled, number=n, policy=policy, place=told.place) for n in range(len(told.vehicles) + 1)
        ]

    @property
    def cards(self) -> list[forms.Form]:
        return [*self.persons, *self.vehicles]

    def is_valid(self) -> bool:
        if not all([super().is_valid(), *(card.is_valid() for card in self.cards)]):
            return False
        for card in self.cards:
            self.weigh_card(card)
        return not any(card.errors for card in self.cards)

    def content(self) -> Content:
        """All that was told, with what was corrected in its place. An emptied card is left out."""
        persons = (form.card() for form in self.persons)
        vehicles = (self._vehicle(number, form.card()) for number, form in enumerate(self.vehicles))
        return replace(
            self.told,
            title="",
            text=self.cleaned_data["text"],
            supposed=self.cleaned_data["supposed"],
            place=self.cleaned_data["place"],
            persons=tuple(card for card in persons if not card.is_empty),
            vehicles=tuple(card for card in vehicles if not card.is_empty),
        )

    def _vehicle(self, number: int, card: VehicleCard) -> VehicleCard:
        """A plate that is for the police alone was not shown, so leaving it empty does not take it away."""
        if self.policy.plate is not PlateRule.POLICE_ONLY or card.plate or number >= len(self.told.vehicles):
            return card
        before = self.told.vehicles[number]
        if card.is_empty:
            return card
        return replace(card, plate=before.plate, plate_is_partial=before.plate_is_partial, country=before.country)


def _as_data(told: Content, policy: Policy) -> dict[str, Any]:
    """The cards as a form would have sent them."""
    data: dict[str, Any] = {}
    for number, person in enumerate(told.persons):
        data |= _card_data(f"person-{number}-", person)
    for number, vehicle in enumerate(told.vehicles):
        shown = replace(vehicle, plate="") if policy.plate is PlateRule.POLICE_ONLY else vehicle
        data |= _card_data(f"vehicle-{number}-", shown)
    return data


def _card_data(prefix: str, card: PersonCard | VehicleCard) -> dict[str, Any]:
    return {prefix + name: value for name, value in asdict(card).items() if isinstance(value, str)}
