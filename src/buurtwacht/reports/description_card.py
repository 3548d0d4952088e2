# SPDX-License-Identifier: EUPL-1.2
"""The printed card of a description, made of the fields of the form itself (R122, R124, R127)."""

from collections.abc import Iterable, Iterator

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups.description_card import CardPart, description_fields
from buurtwacht.policy.model import Policy

from .compose.text import sentence
from .forms import PersonForm, VehicleForm


@description_fields
def parts_of(policy: Policy) -> Iterator[CardPart]:
    """The fields in the order of the form, in the language that is active when they are read."""
    person = PersonForm(None, number=0, policy=policy)
    vehicle = VehicleForm(None, number=0, policy=policy)
    yield CardPart(gettext_lazy("A person: what one sees first"), _told(person.first_fields()))
    yield CardPart(gettext_lazy("A person: more to tell"), _told(person.more_fields()))
    yield CardPart(gettext_lazy("A vehicle"), _told([*vehicle.first_fields(), *vehicle.more_fields()]))


def field_words(bound: forms.BoundField) -> str:
    """ "Build: slim, normal, sturdy." as the form has it: its label, its choices, and its hint."""
    field, label, hint = bound.field, str(bound.label), str(bound.help_text)
    offered: Iterable[tuple[str, str]] = bound.field.widget.choices if isinstance(field, forms.ChoiceField) else ()
    choices = [str(words) for code, words in offered if code]
    if choices and hint:
        label = f"{label} ({hint})"
    told = ", ".join(choices) or hint.rstrip(".")
    if not told:
        return sentence(label)
    return f"{label} {told}." if label.endswith("?") else _("%(label)s: %(told)s.") % {"label": label, "told": told}


def _words(fields: list[forms.BoundField]) -> str:
    return " ".join(map(field_words, fields))


def _told(fields: list[forms.BoundField]) -> str:
    told: str = lazy(_words, str)(fields)
    return told
