# SPDX-License-Identifier: EUPL-1.2
"""Addresses that open an application without signing in: for the applicant, the parent, the neighbour, from a mail."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import link_token, subject_of

from .models import Application

APPLICANT, GUARDIAN, CONSENT = "application", "guardian", "consent"


def application_by(purpose: str, token: str) -> Application:
    """The application that a link was made for. Absent and forged sound the same."""
    subject = subject_of(purpose, token)
    rows = Application.objects.select_related("group__organisation", "group__area", "person", "invitation")
    application = rows.filter(pk=subject).first() if subject else None
    if application is None:
        raise NotFound(_("There is no such application."))
    return application


def url_for(application: Application, purpose: str, name: str) -> str:
    """The whole address, as it stands in a mail, of the page `name` whose one argument is the token."""
    return settings.SITE_URL + reverse(name, args=[link_token(purpose, application.pk)])
