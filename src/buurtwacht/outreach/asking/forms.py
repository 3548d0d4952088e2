# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from buurtwacht.outreach.forms.address import NO_NULL
from buurtwacht.wording.forms import WeighedForm
from buurtwacht.wording.happening import tells_of_now

LONGEST = 1000


class AskForm(WeighedForm):
    """One question to the coordinator. What sounds like something going on now is asked about first, once."""

    weighed = ("words",)
    words = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST,
        validators=NO_NULL,
        error_messages={
            "required": _("Write down your question."),
            "max_length": _("This is too long. A thousand characters are the most."),
        },
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST}),
    )

    @property
    def sounds_live(self) -> bool:
        """Does it read as news about something that goes on now, rather than as a question?"""
        words = str(self.data.get("words", "")) if self.is_bound else ""
        return tells_of_now(words[:LONGEST], get_language() or "nl")

    @property
    def wants_attention(self) -> bool:
        return (bool(self.remarks) or self.sounds_live) and not self.advice_was_seen


class ReplyForm(WeighedForm):
    """The one answer to a question."""

    weighed = ("answer",)
    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_("Only who asked reads it. They can ask one thing more; then it is closed."),
        max_length=LONGEST,
        validators=NO_NULL,
        error_messages={
            "required": _("Write an answer first."),
            "max_length": _("This is too long. A thousand characters are the most."),
        },
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST}),
    )
