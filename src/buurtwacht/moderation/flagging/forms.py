# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.moderation.models import Flag
from buurtwacht.policy.model import Policy
from buurtwacht.reports.content import Content
from buurtwacht.reports.forms.fields import SupposedField
from buurtwacht.reports.hiding import HIDE_REASONS
from buurtwacht.reports.thread.forms.base import WordsForm, line, story
from buurtwacht.wording.forms import WeighedForm

LONGEST_WORDS = 300
STAY, ASK, HIDE = "stay", "ask", "hide"
INFO, TOWN = "info", "town"  # out of the report, and to where it belongs (R137)


class FlagForm(forms.Form):
    """What is wrong with it, in one tick; a few words are welcome."""

    reason = forms.ChoiceField(label=_("What is wrong?"), choices=Flag.Reason.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Do you want to say more?"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_WORDS}),
        help_text=_("Only those who look at it read this. They do not read your name."),
    )


class BetterWordsForm(WordsForm):
    """The same news in better words."""

    weighed: tuple[str, ...] = ("text", "supposed", "place", "direction")
    text = story(_("What you saw"))
    supposed = SupposedField()
    place = line(_("Where"))
    direction = line(_("Which way it goes"))

    def __init__(self, data: Any = None, *, policy: Policy, told: Content, better: str = "") -> None:
        first = {"text": better or told.text, **{name: getattr(told, name) for name in self.weighed[1:]}}
        super().__init__(data, policy=policy, initial=first)
        for name in self.weighed[1:]:
            if not getattr(told, name):
                del self.fields[name]
        self.weighed = tuple(name for name in self.weighed if name in self.fields)

    def content(self) -> Content:
        return Content(**{name: self.cleaned_data[name] for name in self.weighed})


class JudgeForm(WeighedForm):
    """What happens with a message that was flagged."""

    weighed = ("answer",)
    act = forms.ChoiceField(label=_("What do you do?"), widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("A sentence for whoever flagged it"),
        required=False,
        max_length=LONGEST_WORDS,
        help_text=_("They read it when the words may stay."),
    )
    reason = forms.ChoiceField(
        label=_("If you hide it: why?"), choices=HIDE_REASONS, widget=forms.RadioSelect, required=False
    )

    def __init__(self, data: Any = None, *, acts: list[tuple[str, Any]], reason: str = "") -> None:
        super().__init__(data, initial={"reason": reason})
        self.fields["act"].choices = acts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("act") == HIDE and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Choose one, so that who wrote it reads why."))
        return cleaned
