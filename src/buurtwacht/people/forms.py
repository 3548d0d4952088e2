# SPDX-License-Identifier: EUPL-1.2
"""The forms of one's own pages, and those of django-allauth in our words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.errors import DomainError

from . import rules
from .models import Person

LONGEST_SUBSCRIPTION = 4000  # characters of JSON
CODE = {"inputmode": "numeric", "autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false"}
UNKNOWN_PASSKEY = _("We do not know this passkey any more. Use a code, and make a new passkey after that.")
WRONG_ADDRESS = _("This is not a complete mail address. It looks like naam@voorbeeld.nl.")


def greeting(person: Person) -> str:
    """How a page addresses somebody."""
    return str(person.first_name)


def _ask_for_code(form: forms.Form, help_text: Any = "") -> None:
    field = form.fields["code"]
    field.label, field.help_text = _("Code"), help_text
    field.widget = forms.TextInput(attrs=CODE)


class LoginForm(account.LoginForm):  # type: ignore[misc]
    """Which address gets the code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["login"]
        field.label, field.help_text = _("Your e-mail address"), _("You get a code there. You need no password.")
        field.widget = forms.EmailInput(attrs={"autocomplete": "username webauthn", "spellcheck": "false"})
        field.error_messages |= {"required": _("Fill in your mail address."), "invalid": WRONG_ADDRESS}


class ConfirmLoginForm(account.ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code from the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Eight digits, with or without the dash."))


class ConfirmEmailForm(account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    """The code that went to a new address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Eight digits, with or without the dash."))


class AddEmailForm(account.AddEmailForm):  # type: ignore[misc]
    """The address to use from now on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["email"]
        field.label = _("Your new e-mail address")
        field.widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
        field.error_messages |= {"required": _("Fill in your mail address."), "invalid": WRONG_ADDRESS}


class ActivateTOTPForm(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a code app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Six digits. The app makes a new code every half minute."))


class SecondStepForm(mfa.AuthenticateForm):  # type: ignore[misc]
    """A code of the app, or a spare code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Six digits from your code app, or one of your spare codes."))


class SecondStepAgainForm(mfa.ReauthenticateForm):  # type: ignore[misc]
    """The same, for somebody who is signed in already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Six digits from your code app, or one of your spare codes."))


def _name_of_passkey() -> forms.CharField:
    return forms.CharField(
        label=_("Name"),
        help_text=_("So that you recognise it later, for example “My phone”."),
        max_length=60,
        required=False,
    )


class AddPasskeyForm(webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A passkey always proves who holds it (finger, face or PIN), so it counts as both steps."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        initial = self.initial.get("name")
        self.fields["name"] = _name_of_passkey()
        self.initial["name"] = initial
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.initial["passwordless"] = True


class _KindlyRefused:
    """A passkey is no code, so a refusal speaks of a passkey."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except ValidationError as refusal:
            if refusal.code == "incorrect_code":
                raise ValidationError(UNKNOWN_PASSKEY, "incorrect_code") from refusal
            raise


class PasskeyLoginForm(_KindlyRefused, webauthn.LoginWebAuthnForm):  # type: ignore[misc]
    """Sign in with a passkey."""


class PasskeyStepForm(_KindlyRefused, webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second step."""


class PasskeyAgainForm(_KindlyRefused, webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """The same, for somebody who is signed in already."""


class RenamePasskeyForm(webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = _name_of_passkey()
        self.fields["name"].required = True


class NamesForm(forms.Form):
    """How somebody is called."""

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
    quiet_from = forms.TimeField(
        label=_("Quiet from"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    quiet_until = forms.TimeField(
        label=_("Quiet until"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

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
