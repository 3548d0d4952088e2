# SPDX-License-Identifier: EUPL-1.2
"""The log of a group that is being started: advice, and the checklist."""

from django import forms
from django.utils.translation import gettext_lazy

from buurtwacht.groups.services.notes import LONGEST_NOTE
from buurtwacht.groups.starting import STEPS
from buurtwacht.wording.forms import WeighedForm


class NoteForm(WeighedForm):
    """Advice, or an arrangement."""

    weighed = ("words",)
    words = forms.CharField(
        label=gettext_lazy("What was said or arranged?"),
        help_text=gettext_lazy("Everybody who helps this group to start can read it. Write no names of members."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_NOTE,
    )


class StepsForm(forms.Form):
    """The checklist for who starts a group."""

    steps = forms.MultipleChoiceField(
        label=gettext_lazy("What has been done?"),
        choices=list(STEPS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
