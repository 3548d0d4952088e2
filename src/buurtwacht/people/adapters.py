# SPDX-License-Identifier: EUPL-1.2
"""How django-allauth fits in: its words are ours, and what it changes is written in our journal."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from smtplib import SMTPException
from typing import Any, ClassVar

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib import crypto
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.logs import facts_of

from . import queries, services
from .models import Person

log = structlog.get_logger(__name__)

SITE = "Buurtwacht"
TOO_OFTEN = _("That was too often. Wait a few minutes and try again.")
WRONG_CODE = _("This code is not right. Look at the newest mail and type the code again.")
WRONG_APP_CODE = _("This code is not right. The app makes a new code every half minute: type the newest.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in: by a code in the mail, or by a passkey. Nobody signs up here: groups invite."""

    error_messages: ClassVar[dict[str, str | Promise]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("You no longer take part with this address."),
        "duplicate_email": _("This is your mail address already."),
        "email_taken": _("This address cannot be used. Check it, or use another one."),
        "incorrect_code": WRONG_CODE,
        "invalid_login": _("Fill in your mail address, such as naam@voorbeeld.nl."),
        "max_email_addresses": _("You can use one mail address at a time."),
        "rate_limited": TOO_OFTEN,
        "same_as_current": _("This is your mail address already."),
        "too_many_login_attempts": TOO_OFTEN,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject

    def pre_login(self, request: HttpRequest, user: Person, **kwargs: Any) -> HttpResponse | None:
        """Who typed the code from a mail has proved to read that address."""
        for record in get_authentication_records(request, user):
            if record.get("method") == "code" and record.get("email"):
                services.confirm_address(user, record["email"])
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return response

    def logout(self, request: HttpRequest) -> None:
        """Sign out for good: alerts on this device stop too."""
        for session in UserSession.objects.filter(session_key=request.session.session_key or ""):
            services.end_session(session, by=request.user if isinstance(request.user, Person) else None)
        super().logout(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the language of whoever reads it. Raises `DomainError` when mail does not work."""
        language = Person.objects.filter(email=email).values_list("language", flat=True).first()
        try:
            with translation.override(language or translation.get_language()):
                super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            log.error("people.mail_failed", template=template_prefix, **facts_of(error))
            raise DomainError(gettext("We cannot send mail at the moment. Try again in a few minutes.")) from error

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A passkey first: it is one touch."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return sorted(methods, key=lambda method: "webauthn" not in method["id"])


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: its secrets are encrypted, and who needs it cannot put it away."""

    error_messages: ClassVar[dict[str, str | Promise]] = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("Your task needs a second step. First add another, then remove this one."),
        "incorrect_code": WRONG_APP_CODE,
        "unverified_email": _("First confirm your mail address."),
    }

    def encrypt(self, text: str) -> str:
        return urlsafe_b64encode(crypto.encrypt(text.encode())).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(urlsafe_b64decode(encrypted_text)).decode()

    def get_totp_issuer(self) -> str:
        return SITE

    def _get_site_name(self) -> str:
        return SITE

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return queries.may_remove(authenticator)

    def generate_authenticator_name(self, user: Person, type: Any) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey") if number == 1 else gettext("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_user_entity(self, user: Person) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.first_name or SITE}
