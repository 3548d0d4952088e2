# SPDX-License-Identifier: EUPL-1.2
"""The forms of one's own pages, and those of django-allauth in our words."""

from .own import (
    LanguageForm,
    NamesForm,
    PreferencesForm,
    SubscriptionForm,
)
from .signing_in import (
    WRONG_ADDRESS,
    ActivateTOTPForm,
    AddEmailForm,
    AddPasskeyForm,
    ConfirmEmailForm,
    ConfirmLoginForm,
    LoginForm,
    PasskeyAgainForm,
    PasskeyLoginForm,
    PasskeyStepForm,
    RenamePasskeyForm,
    SecondStepAgainForm,
    SecondStepForm,
    greeting,
)
from .ways import (
    AddressForm,
    OrderForm,
    TypedCodeForm,
)

__all__ = [
    "WRONG_ADDRESS",
    "ActivateTOTPForm",
    "AddEmailForm",
    "AddPasskeyForm",
    "AddressForm",
    "ConfirmEmailForm",
    "ConfirmLoginForm",
    "LanguageForm",
    "LoginForm",
    "NamesForm",
    "OrderForm",
    "PasskeyAgainForm",
    "PasskeyLoginForm",
    "PasskeyStepForm",
    "PreferencesForm",
    "RenamePasskeyForm",
    "SecondStepAgainForm",
    "SecondStepForm",
    "SubscriptionForm",
    "TypedCodeForm",
    "greeting",
]
