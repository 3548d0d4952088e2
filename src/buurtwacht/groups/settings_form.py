# SPDX-License-Identifier: EUPL-1.2
"""The form with every setting of a group, made from the policy itself so that none can be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.policy.model import Policy
from buurtwacht.policy.presets import PRESETS, policy_for

from .models import WatchGroup
from .rules import BOUNDS, LONGEST_TEXT
from .setting_words import CHOICES, PARTS, SETTINGS, Words, said

_HINTS = get_type_hints(Policy)
RECORDED = frozenset({"national_number_authorisation"})  # by the operator, never by the group itself (C11, R073)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting on the page: its field, what the preset says, and whether the group changed it."""

    bound: BoundField
    standard: str
    is_changed: bool
    has_options: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page."""

    title: Words
    settings: list[Setting]

    @property
    def changed(self) -> int:
        """How many settings of this part the group changed."""
        return sum(setting.is_changed for setting in self.settings)


class SettingsForm(forms.Form):
    """Every setting that this group may change, filled in as it is now."""

    all_optional = True

    def __init__(self, data: Any = None, *, group: WatchGroup) -> None:
        self._group = group
        own = policy_for(group.preset, group.overrides)  # what its organisation says is not its own
        self._names = [name for _title, names in PARTS for name in names if name not in RECORDED]
        super().__init__(data, initial={name: _plain(getattr(own, name)) for name in self._names})
        for name in self._names:
            self.fields[name] = _field(name)

    def parts(self) -> Iterator[Part]:
        """The page, part by part."""
        for title, names in PARTS:
            yield Part(title, [self._setting(name) for name in names if name in self._names])

    def overrides(self) -> dict[str, Any]:
        """What the group says, as `change_settings` takes it."""
        recorded = {name: value for name, value in self._group.overrides.items() if name in RECORDED}
        return recorded | {name: self.cleaned_data[name] for name in self._names}

    def _setting(self, name: str) -> Setting:
        preset = getattr(PRESETS[self._group.preset], name)
        standard, is_changed = self._group.shared.get(name, preset), name in self._group.overrides
        widget = self.fields[name].widget
        has_options = isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
        return Setting(self[name], str(said(standard)), is_changed, has_options)


def _field(name: str) -> forms.Field:
    """The field that fits the kind of this setting."""
    label, help_text = SETTINGS[name]
    words: dict[str, Any] = {"label": label, "help_text": help_text}
    kind = _HINTS[name]
    if get_origin(kind) is tuple:
        choices = _choices(get_args(kind)[0])
        needed = name == "member_types"
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, required=needed, **words)
    if issubclass(kind, StrEnum):
        return forms.ChoiceField(choices=_choices(kind), widget=forms.RadioSelect, **words)
    if kind is bool:
        return forms.TypedChoiceField(
            choices=_yes_or_no(), coerce=lambda word: word == "True", widget=forms.RadioSelect, **words
        )
    if kind is int:
        low, high = BOUNDS[name]
        return forms.IntegerField(min_value=low, max_value=high, **words)
    return _text(name, words)


def _text(name: str, words: dict[str, Any]) -> forms.Field:
    if name.endswith("_url"):
        return forms.URLField(max_length=LONGEST_TEXT, required=False, assume_scheme="https", **words)
    if name.endswith("_number"):
        wrong = gettext_lazy("Write a telephone number with digits, spaces, hyphens and at most one plus.")
        return forms.RegexField(
            r"^\+?[0-9 -]*$", max_length=30, required=False, error_messages={"invalid": wrong}, **words
        )
    return forms.CharField(max_length=LONGEST_TEXT, required=False, **words)


def _choices(kind: type[StrEnum]) -> list[tuple[str, Words]]:
    return [(choice.value, CHOICES[kind, choice.value]) for choice in kind]


def _yes_or_no() -> list[tuple[str, str]]:
    return [("True", _("Yes")), ("False", _("No"))]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
