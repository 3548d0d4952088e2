# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.models import Invitation

from .rules import LONGEST_STREET, MOST_LETTERS

WHOLE_GROUP = ""


class InvitationForm(forms.Form):
    """For which street, and in which shape. A street that is not in the list can be typed."""

    street = forms.CharField(
        label=_("For which street?"),
        help_text=_("Leave it empty for one invitation for the whole group."),
        max_length=LONGEST_STREET,
        required=False,
        widget=forms.TextInput(attrs={"list": "straten", "autocomplete": "off"}),
    )
    way = forms.ChoiceField(
        label=_("In which shape?"),
        choices=[
            (Invitation.Way.LETTER, _("A letter through the door")),
            (Invitation.Way.POSTER, _("A poster for a window or a notice board")),
            (Invitation.Way.LINK, _("A link, to send or to share")),
            (Invitation.Way.SOCIAL, _("A text for social media")),
            (Invitation.Way.NEWSPAPER, _("A text for the local paper")),
        ],
        initial=Invitation.Way.LETTER,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, streets: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.streets = streets


class LettersForm(forms.Form):
    """How many letters went through doors, in all."""

    letters = forms.IntegerField(
        label=_("How many letters have you delivered, in all?"),
        min_value=0,
        max_value=MOST_LETTERS,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class CodeForm(forms.Form):
    """The code from a letter."""

    code = forms.CharField(
        label=_("The code in your letter"),
        help_text=_("Six letters and figures. Capitals or not makes no difference."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
