# SPDX-License-Identifier: EUPL-1.2
"""What happens around signing in, as django-allauth tells it. Each writes its journal line."""

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from buurtwacht.journal.services import record

from . import doors, queries, services
from .models import Person


@receiver(user_logged_in, dispatch_uid="people.signed_in")
def note_sign_in(user: Person, **kwargs: Any) -> None:
    record("person.signed_in", user.pk, by=user)


@receiver(account.login_code_rejected, dispatch_uid="people.code_refused")
def note_refused_code(user: Person, **kwargs: Any) -> None:
    record("sign_in.refused", user.pk, kind="code")


@receiver(mfa.authentication_failed, dispatch_uid="people.factor_refused")
def note_refused_factor(user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    record("sign_in.refused", user.pk, kind=authenticator.type)


@receiver(mfa.authenticator_added, dispatch_uid="people.factor_added")
def note_added(request: HttpRequest, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    """Who sets up a second factor has just shown it, so this session need not show it again."""
    record("second_factor.added", user.pk, by=user, kind=authenticator.type)
    if authenticator.type in queries.SECOND_FACTORS:
        request.session.pop(doors.KEY, None)
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )


@receiver(mfa.authenticator_removed, dispatch_uid="people.factor_removed")
def note_removed(request: HttpRequest, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    """Without any second factor left, this session no longer counts as having shown one."""
    record("second_factor.removed", user.pk, by=user, kind=authenticator.type)
    if not queries.has_authenticator(user):
        request.session[doors.KEY] = False


@receiver(mfa.authenticator_reset, dispatch_uid="people.factor_reset")
def note_new_codes(user: Person, **kwargs: Any) -> None:
    record("second_factor.codes_renewed", user.pk, by=user)


@receiver(account.email_changed, dispatch_uid="people.email_changed")
def note_new_address(user: Person, to_email_address: Any, **kwargs: Any) -> None:
    """Mail goes to the new address from now on, and to the old one no more."""
    user.refresh_from_db(fields=["email"])
    services.confirm_address(user, to_email_address.email)
    record("person.changed", user.pk, by=user, fields="email")
