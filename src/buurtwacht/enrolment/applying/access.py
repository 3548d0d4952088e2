# SPDX-License-Identifier: EUPL-1.2
"""Doors of the form and of the page of an application."""

from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.enrolment.links import APPLICANT, application_by
from buurtwacht.enrolment.models import Application, Invitation
from buurtwacht.groups.access import no_such_group
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import NotFound

from . import rules

MAIL_PROOF = "application-email"  # a link with this purpose went to the mail address and nowhere else


def group_to_join(slug: str) -> WatchGroup:
    """A group that neighbours can ask to join."""
    group = WatchGroup.objects.select_related("organisation", "area").filter(slug=slug).first()
    return group if group and rules.takes_applications(group.status) else no_such_group()


def invitation_by(code: str, group: WatchGroup) -> Invitation | None:
    """The invitation with this code, while it lasts; None for any other, which keeps nobody from applying."""
    if not code.isascii() or len(code) > 12:
        return None
    return Invitation.objects.filter(group=group, code=code, ended_at=None).first()


def application_for(token: str) -> Application:
    """The application of whoever holds the link to its page."""
    return application_by(APPLICANT, token)


def application_to_confirm(token: str) -> Application:
    """The application whose mail address this link proves."""
    return application_by(MAIL_PROOF, token)


def application_of_draft(application_id: UUID | None) -> Application:
    """The application that this visitor began in this browser."""
    rows = Application.objects.select_related("group__organisation", "group__area")
    application = rows.filter(pk=application_id).first() if application_id else None
    if application is None:
        raise NotFound(_("There is no such application."))
    return application
