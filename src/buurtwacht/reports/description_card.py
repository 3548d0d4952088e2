# SPDX-License-Identifier: EUPL-1.2
"""The printed card of a description, made of the fields of the form itself (R122, R124, R127)."""

from collections.abc import Iterator

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.description_card import CardPart, description_fields
from buurtwacht.policy.model import Policy

from .forms import PersonForm, VehicleForm


@description_fields
def parts_of(policy: Policy) -> Iterator[CardPart]:
    """The fields in the order of the form, in the language that is active when they are read."""
    person = PersonForm(None, number=0, policy=policy)
    vehicle = VehicleForm(None, number=0, policy=policy)
    yield CardPart(_("A person: what one sees first"), _told(person.first_fields()))
    yield CardPart(_("A person: more to tell"), _told(person.more_fields()))
    yield CardPart(_("A vehicle"), _told([*vehicle.first_fields(), *vehicle.more_fields()]))


def field_words(bound: forms.BoundField) -> str:
    """ "Build: slim, normal or sturdy" as the form has it: its label, its choices, and its hint."""
    field = bound.field
    choices = [str(label) for code, label in field.choices if code] if isinstance(field, forms.ChoiceField) else []
    told = ", ".join(filter(None, (*choices, str(bound.help_text).rstrip(".") if not choices else "")))
    label = str(bound.label)
    hint = f" ({bound.help_text})" if choices and bound.help_text else ""
    ended = label if label.endswith("?") else f"{label}{hint}:" if told else f"{label}{hint}."
    return f"{ended} {told}." if told else ended


def _words(fields: list[forms.BoundField]) -> str:
    return " ".join(map(field_words, fields))


def _told(fields: list[forms.BoundField]) -> str:
    told: str = lazy(_words, str)(fields)
    return told
