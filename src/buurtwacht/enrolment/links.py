# SPDX-License-Identifier: EUPL-1.2
"""Addresses that open an application without signing in: for the applicant, the parent, the neighbour, from a mail."""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import link_token, subject_of

from .models import Application

TO_THE_WELCOME = timedelta(days=1)  # the page goes on to signing in; whoever finds the mail later learns nothing
TO_READ_THE_END = timedelta(days=30)  # as long as the application is there: a refusal can be objected to
APPLICANT, GUARDIAN, CONSENT = "application", "guardian", "consent"


def application_by(purpose: str, token: str) -> Application:
    """The application that a link was made for. Absent and forged sound the same."""
    subject = subject_of(purpose, token)
    rows = Application.objects.select_related("group__organisation", "group__area", "person", "invitation")
    application = rows.filter(pk=subject).first() if subject else None
    if application and not is_good(application, timezone.now()):
        raise NotFound(_("This application has ended. Do you take part? Then sign in with your mail address."))
    if application is None:
        raise NotFound(_("There is no such application."))
    return application


def is_good(application: Application, now: datetime) -> bool:
    """Do links to this application still work? Who joined signs in; any other end can be read until it is forgotten."""
    ended_at = application.ended_at
    if ended_at is None:
        return True
    has_joined = application.status == Application.Status.JOINED
    return now < ended_at + (TO_THE_WELCOME if has_joined else TO_READ_THE_END)


def url_for(application: Application, purpose: str, name: str) -> str:
    """The whole address, as it stands in a mail, of the page `name` whose one argument is the token."""
    return settings.SITE_URL + reverse(name, args=[link_token(purpose, application.pk)])
