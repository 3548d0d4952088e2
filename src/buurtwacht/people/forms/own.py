# SPDX-License-Identifier: EUPL-1.2
"""The forms of one's own data and choices."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.people import rules
from buurtwacht.people.models import Person
from buurtwacht.wording.forms import NameForm

LONGEST_SUBSCRIPTION = 4000  # characters of JSON


class NamesForm(NameForm):
    """How somebody is called."""

    weighed = ("first_name",)  # the other name only the coordinator sees
    first_name = forms.CharField(
        label=_("First name"),
        help_text=_("Neighbours see your first name and your street."),
        max_length=rules.LONGEST_NAME,
        error_messages={"required": _("Fill in a first name. Neighbours know you by it.")},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    family_name = forms.CharField(
        label=_("Family name"),
        help_text=_("Only your coordinator sees it."),
        max_length=rules.LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )

    def clean_first_name(self) -> str:
        name = rules.clean_name(self.cleaned_data["first_name"])
        if not name:
            raise ValidationError(self.fields["first_name"].error_messages["required"], "required")
        return name

    def clean_family_name(self) -> str:
        return rules.clean_name(self.cleaned_data["family_name"])


class LanguageForm(forms.Form):
    """Which language somebody reads."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class PreferencesForm(forms.Form):
    """What a locked screen shows, and the quiet hours."""

    lock_screen = forms.ChoiceField(
        label=_("What does your locked screen show?"), choices=Person.LockScreen, widget=forms.RadioSelect
    )
    news = forms.ChoiceField(
        label=_("What do you want to hear?"), choices=Person.News, widget=forms.RadioSelect, required=False
    )
    info = forms.ChoiceField(
        label=_("Information that is no alarm"), choices=Person.Info, widget=forms.RadioSelect, required=False
    )
    repeats = forms.BooleanField(
        label=_("Sound an alarm again until I answer it"),
        help_text=_("After one, two and four minutes. It stops as soon as you tap Seen, or when it is over."),
        required=False,
    )
    quiet_from = forms.TimeField(
        label=_("Quiet from"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    quiet_until = forms.TimeField(
        label=_("Quiet until"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def clean_news(self) -> str:
        """Whoever chooses nothing hears everything."""
        return self.cleaned_data["news"] or Person.News.ALL

    def clean_info(self) -> str:
        """Whoever chooses nothing reads it once a week."""
        return self.cleaned_data["info"] or Person.Info.WEEKLY

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                rules.check_quiet(cleaned.get("quiet_from"), cleaned.get("quiet_until"))
            except DomainError as refusal:
                self.add_error("quiet_until", str(refusal))
        return cleaned


class SubscriptionForm(forms.Form):
    """What a browser gives when it will take alerts."""

    subscription = forms.CharField(max_length=LONGEST_SUBSCRIPTION, validators=[ProhibitNullCharactersValidator()])
