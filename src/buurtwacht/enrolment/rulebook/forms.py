# SPDX-License-Identifier: EUPL-1.2
"""One rule of a group itself, in the language of the group and in others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.forms import WordsField
from buurtwacht.enrolment.signing.texts.model import Point
from buurtwacht.enrolment.signing.texts.own import OwnRule, Wording, base_of
from buurtwacht.lib.ids import new_id

from . import rules
from .rules import LEAD_LONGEST, WHY_LONGEST, WORDS_LONGEST, Remark

PARTS = ("lead", "words", "why")


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The three fields of one language."""

    language: str
    name: str
    lead: forms.BoundField
    words: forms.BoundField
    why: forms.BoundField
    is_filled: bool


class RuleForm(forms.Form):
    """What must be followed is refused at its field; other advice is shown once, and may be refused.

    `fixed` are the rules that the group has already, in the language of who writes: advice quotes them.
    """

    rule = forms.CharField(widget=forms.HiddenInput, required=False)
    as_it_is = forms.BooleanField(required=False)

    def __init__(
        self, data: Any = None, *, language: str, fixed: Iterable[Point], before: OwnRule | None = None
    ) -> None:
        self._language = language
        self._fixed = tuple(fixed)
        self._before = before.wordings if before else {}
        self.remarks: list[Remark] = []
        self.was_advised = False
        super().__init__(data, initial={"rule": new_id()})
        self.fields["as_it_is"].label = _("I have read the advice. Keep my words as they are")
        for code in self._languages():
            self._add_fields(code)

    @property
    def wordings(self) -> dict[str, Wording]:
        """The rule in each language in which something was written. Only of a form that is right."""
        return _filled(self.cleaned_data, self._languages())

    @property
    def rule_id(self) -> UUID | None:
        """The id that this form was given, so that sent twice it adds one rule; None for what is no id."""
        try:
            return UUID(self.cleaned_data.get("rule", ""))
        except ValueError:
            return None

    @property
    def first(self) -> InLanguage:
        """The language of the group."""
        return self._shown(self._language)

    @property
    def others(self) -> list[InLanguage]:
        return [self._shown(code) for code in self._languages() if code != self._language]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for code in self._languages():
            self._check(code, told)
        if not self.errors and self.remarks and not told.get("as_it_is"):
            self.was_advised = True
            self.add_error("as_it_is", _("Read the advice. Change your words, or tick that you keep them."))
        return told

    def _check(self, code: str, told: dict[str, Any]) -> None:
        wording = Wording(*(told.get(f"{part}_{code}", "") for part in PARTS))
        if not any(wording):
            return
        for part in ("lead", "words"):
            if not getattr(wording, part) and f"{part}_{code}" not in self.errors:
                self.add_error(f"{part}_{code}", _("Fill this in as well, or leave this language empty."))
        for part, words in zip(PARTS, wording, strict=True):
            for remark in rules.remarks_on({code: Wording(words, "", "")}):
                if remark.must:
                    self.add_error(f"{part}_{code}", remark.why)
                else:
                    self.remarks.append(remark)
        self.remarks += rules.remarks_against(code, wording, self._fixed)

    def _languages(self) -> list[str]:
        """That of the group first; then what we speak, and in what the rule was written."""
        spoken = (base_of(code) for code, _name in settings.LANGUAGES)
        return list(dict.fromkeys([self._language, *spoken, *self._before]))

    def _add_fields(self, code: str) -> None:
        is_first = code == self._language
        wording = self._before.get(code, Wording("", ""))
        need = _("Write the rule in a few words.") if is_first else ""
        asked = (
            ("lead", _("The rule in a few words"), LEAD_LONGEST, is_first, need),
            ("words", _("What it means"), WORDS_LONGEST, is_first, _("Say in a sentence what it means.")),
            ("why", _("Why"), WHY_LONGEST, False, ""),
        )
        for (part, label, longest, required, missing), value in zip(asked, wording, strict=True):
            self.fields[f"{part}_{code}"] = WordsField(
                label=label,
                max_length=longest,
                required=required,
                initial=value,
                widget=forms.TextInput if part == "lead" else forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": missing},
            )
            self.fields[f"{part}_{code}"].widget.attrs["lang"] = code

    def _shown(self, code: str) -> InLanguage:
        lead, words, why = (self[f"{part}_{code}"] for part in PARTS)
        name = get_language_info(code)["name_local"]
        is_open = any(field.value() or field.errors for field in (lead, words, why))
        return InLanguage(code, name, lead, words, why, is_open)


def _filled(told: dict[str, Any], languages: Iterable[str]) -> dict[str, Wording]:
    return dict(_each(told, languages))


def _each(told: dict[str, Any], languages: Iterable[str]) -> Iterator[tuple[str, Wording]]:
    for code in languages:
        wording = Wording(*(told.get(f"{part}_{code}", "") for part in PARTS))
        if any(wording):
            yield code, wording
