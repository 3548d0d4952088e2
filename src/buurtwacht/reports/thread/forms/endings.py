# SPDX-License-Identifier: EUPL-1.2
"""How a report ends: closed, withdrawn, hidden. And the coordinator's answer to who waits for one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.rules import HIDE_REASONS

from .base import OnceForm, WordsForm, line

REASONS = [
    (Report.CloseReason.POLICE_DEALT.value, _("The police have been")),
    (Report.CloseReason.NOTHING_MORE.value, _("Nothing suspicious any more")),
    (Report.CloseReason.FALSE_ALARM.value, _("False alarm: nothing was wrong")),
]
MISTAKE, NOTHING_WRONG = "mistake", "nothing_wrong"


class CloseForm(WordsForm):
    """The end of a report: why, and one line for everybody (R118)."""

    weighed = ("advice",)
    reason = forms.ChoiceField(label=_("Why does it end?"), choices=REASONS, widget=forms.RadioSelect)
    advice = line(_("One line for everybody"), help_text=_("For example: check your gate"))


class WithdrawForm(WordsForm):
    """Taking a report back, by its reporter or the coordinator."""

    reason = forms.ChoiceField(
        label=_("Why do you withdraw it?"),
        choices=[(NOTHING_WRONG, _("False alarm: nothing was wrong")), (MISTAKE, _("It was reported by mistake"))],
        widget=forms.RadioSelect,
        initial=NOTHING_WRONG,
    )
    text = line(_("What was it really?"), help_text=_("For example: it was the newspaper boy"))


class HideForm(forms.Form):
    """Out of sight, with a reason that the reporter hears."""

    reason = forms.ChoiceField(label=_("Why do you hide it?"), choices=HIDE_REASONS, widget=forms.RadioSelect)


class AnswerForm(OnceForm):
    """The coordinator's answer: to a question in doubt, or to who asks for an alarm."""

    answer = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, answers: list[tuple[str, Any]]) -> None:
        super().__init__(data)
        self.fields["answer"].choices = answers  # type: ignore[attr-defined]
