# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from typing import Any, TypedDict
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.wording.forms import WeighedForm

from .sentences import CHOICES, ready_sentences

OWN = "own"


class CodeForm(forms.Form):
    """The code that travelled apart from the link."""

    code = forms.CharField(
        label=_("The code"),
        max_length=12,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "utrecht-textbox"}
        ),
        error_messages={"required": _("Fill in the code. It came by another way than the link.")},
    )


class OutcomeForm(WeighedForm):
    """What came of it, in three taps. Neighbours read a sentence of their own as news."""

    is_news = True
    outcome = forms.ChoiceField(
        choices=CHOICES,
        error_messages={"required": _("Choose what came of it."), "invalid_choice": _("Choose one of these.")},
    )
    sentence = forms.CharField(error_messages={"required": _("Choose what the neighbours read.")})
    own = forms.CharField(
        max_length=300,
        required=False,
        error_messages={"max_length": _("Please keep it to one sentence, 300 characters at most.")},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "outcome" not in data or "sentence" not in data:
            return data
        if data["sentence"] == OWN:
            self._check_own(data)
        else:
            self._check_ready(data)
        return data

    def _check_own(self, data: dict[str, Any]) -> None:
        words = " ".join(data.get("own", "").split())
        if not words:
            self.add_error("own", _("Write one sentence, or choose a ready one."))
            return
        self.weigh(self, "own", words)
        data["words"] = words

    def _check_ready(self, data: dict[str, Any]) -> None:
        known = ready_sentences(data["outcome"])
        if not data["sentence"].isdigit() or int(data["sentence"]) >= len(known):
            self.add_error("sentence", _("Choose what the neighbours read."))
            return
        data["words"] = known[int(data["sentence"])]


class Chosen(TypedDict):
    """What the review form says: entries that go along, cuts per entry, photos and points that stay behind."""

    included: set[UUID]
    cuts: dict[UUID, set[str]]
    photos_out: set[UUID]
    points_out: set[UUID]


def chosen_redactions(data: Any) -> Chosen:
    """What the coordinator ticked. What is not well-formed is left out."""
    cuts: dict[UUID, set[str]] = {}
    for value in data.getlist("cut"):
        entry, _sep, key = value.partition(":")
        if found := _uuid(entry):
            cuts.setdefault(found, set()).add(key)
    return {
        "included": _uuids(data.getlist("include")),
        "cuts": cuts,
        "photos_out": _uuids(data.getlist("photo_out")),
        "points_out": _uuids(data.getlist("point_out")),
    }


def _uuids(values: Iterable[str]) -> set[UUID]:
    return {found for value in values if (found := _uuid(value))}


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
