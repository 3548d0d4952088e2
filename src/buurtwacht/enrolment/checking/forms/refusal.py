# SPDX-License-Identifier: EUPL-1.2
"""Not letting somebody in, and asking to look at that again."""

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy

from buurtwacht.wording.forms import WeighedForm

LONGEST_OBJECTION = 2000
REASONS = {
    "elsewhere": gettext_lazy("Does not live or work here"),
    "twice": gettext_lazy("Applied twice"),
    "no_answer": gettext_lazy("Does not answer"),
    "other": gettext_lazy("Something else"),
}


class ObjectionForm(WeighedForm):
    """Why somebody would like it to be looked at again, in their own words."""

    weighed = ("words",)
    words = forms.CharField(
        label=gettext_lazy("What should we know?"),
        help_text=gettext_lazy("Short is fine. Only who looks at it again reads this."),
        max_length=LONGEST_OBJECTION,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_OBJECTION}),
        validators=[ProhibitNullCharactersValidator()],
        error_messages={
            "required": gettext_lazy("Write in a few words why it should be looked at again."),
            "max_length": gettext_lazy("Please keep it to 2,000 characters at most."),
        },
    )


class ReasonForm(forms.Form):
    """Why somebody is not let in. For the figures: the letter does not say it."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Only for the figures. The neighbour gets a neutral letter without a reason."),
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the reasons."),
            "invalid_choice": gettext_lazy("Choose one of the reasons."),
        },
    )
