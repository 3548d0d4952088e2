# SPDX-License-Identifier: EUPL-1.2
"""Fields that take what people type on a telephone."""

import re
import unicodedata
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.ids import new_id

# Control characters, and the marks that turn the direction of writing around: nobody types them on purpose.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def cleaned(text: str) -> str:
    """The text without what cannot be seen."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text.replace("\r\n", "\n"))).strip()


class WordsField(forms.CharField):
    """Free text, not longer than one can read at a glance."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        return cleaned(str(value)) if value else ""


class SupposedField(WordsField):
    """What somebody supposes but did not see, in one line beside the words that say what was seen (R107)."""

    def __init__(self) -> None:
        super().__init__(
            max_length=120,
            label=_("What I suppose, but did not see"),
            help_text=_("Neighbours read this apart, as a supposition. Do not write who it could be."),
        )


class QuietFloatField(forms.FloatField):
    """A number that a script fills in. What is no number counts as nothing: nobody can correct a hidden field."""

    def __init__(self, *, least: float, most: float) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)
        self.least, self.most = least, most

    def clean(self, value: Any) -> float | None:
        try:
            number = super().clean(value)
        except forms.ValidationError:
            return None
        return number if number is not None and self.least <= number <= self.most else None


class NumberOfItsOwnField(forms.UUIDField):
    """The id of the draft, made with the form. What is no id becomes a new one."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def clean(self, value: Any) -> UUID:
        try:
            number: UUID | None = super().clean(value)
        except forms.ValidationError:
            number = None
        return number or new_id()
