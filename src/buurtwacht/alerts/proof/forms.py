# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.translation import gettext_lazy as _

SILENT, LOUD = "silent", "loud"


class HoldTestForm(forms.Form):
    """How the test comes in. Nothing is chosen beforehand: a sound on a hundred telephones is a choice."""

    sound = forms.ChoiceField(
        label=_("How does it come in?"),
        choices=[
            (SILENT, _("Without a sound: the screens light up")),
            (LOUD, _("With the sound of an alarm, and the question to tap Seen")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose with or without sound.")},
    )

    @property
    def is_loud(self) -> bool:
        """Only of a form that is right."""
        return bool(self.cleaned_data["sound"] == LOUD)
