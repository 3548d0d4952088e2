# SPDX-License-Identifier: EUPL-1.2
"""What who answers for an organisation writes down about its data, and about loose tiles."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.outreach.models import DataParty
from buurtwacht.outreach.services.responsible import MOST_PARTIES

from .address import NO_NULL

EMPTY_ROWS = 1


class PartyForm(forms.Form):
    """One office or company. A row without a name is left out."""

    all_optional = True

    role = forms.ChoiceField(label=_("What does it do?"), choices=DataParty.Role, required=False)
    name = forms.CharField(label=_("Name"), max_length=120, required=False, validators=NO_NULL)
    contact = forms.CharField(
        label=_("Contact"),
        help_text=_("A mail address, telephone number or page of the office. Everybody can read it."),
        max_length=200,
        required=False,
        validators=NO_NULL,
    )
    does = forms.CharField(
        label=_("Its part, in a few words"),
        help_text=_("For example: keeps the server, prints the letters."),
        max_length=200,
        required=False,
        validators=NO_NULL,
    )
    since = forms.DateField(
        label=_("Since when?"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not any(told.get(name) for name in ("name", "contact", "does", "since")) or self.errors:
            return told
        for name, words in (
            ("name", _("Fill in the name.")),
            ("contact", _("Fill in how this office can be reached.")),
            ("since", _("Fill in the day on which it began.")),
        ):
            if not told.get(name):
                self.add_error(name, words)
        if told.get("since") and told["since"] > timezone.localdate():
            self.add_error("since", _("A day on which it began cannot lie in the future."))
        return told


class BreachForm(forms.Form):
    """Whom to tell when something leaked."""

    all_optional = True
    breach_mailbox = forms.EmailField(
        label=_("Where do you want to hear of a possible data breach?"),
        help_text=_("A mail address that somebody reads every day: within 72 hours it must be reported."),
        required=False,
    )


class TilesForm(forms.Form):
    """Where the town takes what is no matter for the neighbourhood watch."""

    all_optional = True

    url = forms.URLField(
        label=_("Where does the municipality take reports about loose tiles or rubbish?"),
        help_text=_("The whole address of the page. Who writes about such things, gets this link."),
        max_length=200,
        required=False,
        assume_scheme="https",
    )
    number = forms.RegexField(
        r"^\+?[0-9 -]*$",
        label=_("Number of the municipality for such reports"),
        max_length=30,
        required=False,
        error_messages={"invalid": _("Write a telephone number with digits, spaces, hyphens and at most one plus.")},
    )


PartiesForm = forms.formset_factory(PartyForm, extra=EMPTY_ROWS, max_num=MOST_PARTIES, absolute_max=30)


def parties_in(formset: forms.BaseFormSet[Any]) -> list[dict[str, Any]]:
    """The rows that were filled in."""
    return [form.cleaned_data for form in formset.forms if form.cleaned_data.get("name")]
