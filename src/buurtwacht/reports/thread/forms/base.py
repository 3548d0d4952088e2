# SPDX-License-Identifier: EUPL-1.2
"""What the short forms on a report share: sent twice says it once, and friendly advice about words, shown once."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from buurtwacht.lib.ids import new_id
from buurtwacht.policy.model import Policy
from buurtwacht.reports.forms.fields import WordsField
from buurtwacht.reports.thread.words import advice_on
from buurtwacht.wording.check import Advice

LONGEST_TEXT = 200  # characters: one short piece of news
LONGEST_LINE = 120  # one line on a lock screen


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark about what somebody wrote: what would be better, and why."""

    whole: str
    advice: Advice

    @property
    def better(self) -> str:
        """The whole text with the improvement, or nothing when there is only a reason."""
        return self.advice.applied_to(self.whole) if self.advice.better else ""


class OnceForm(forms.Form):
    """A form with a number of its own, made when it is shown, so that a second click changes nothing."""

    entry_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


class WordsForm(OnceForm):
    """A form with words in it. What harms is refused at its field; other advice is shown once and may be refused."""

    checked_fields: tuple[str, ...] = ("text",)
    advice_seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, policy: Policy, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.policy = policy
        self.remarks: list[Remark] = []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.checked_fields:
            self.weigh(self, name, str(cleaned.get(name) or ""))
        return cleaned

    def weigh(self, form: forms.Form, name: str, text: str) -> None:
        """Ask the wording check about one field of this form, or of a card that belongs to it."""
        for advice in advice_on(text, self.policy):
            if advice.blocks:
                form.add_error(name, str(advice.why))
            else:
                self.remarks.append(Remark(text, advice))

    @property
    def wants_attention(self) -> bool:
        """Is there advice that was not shown before?"""
        return bool(self.remarks) and not self.cleaned_data.get("advice_seen")


def story(label: Any, *, required: bool = False, longest: int = LONGEST_TEXT, help_text: Any = "") -> WordsField:
    """A few words of the author's own."""
    widget = forms.Textarea(attrs={"rows": 3, "maxlength": longest, "autocapitalize": "sentences"})
    return WordsField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


def line(label: Any, *, required: bool = False, longest: int = LONGEST_LINE, help_text: Any = "") -> WordsField:
    """One line."""
    return WordsField(label=label, required=required, max_length=longest, help_text=help_text)


def nothing_told() -> forms.ValidationError:
    """Sent empty."""
    return forms.ValidationError(_("Fill in at least one thing, so that neighbours learn something new."))
