# SPDX-License-Identifier: EUPL-1.2
"""The forms of django-allauth, in our words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from buurtwacht.people.models import Person

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
