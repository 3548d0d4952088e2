# SPDX-License-Identifier: EUPL-1.2
"""The one click in the yearly mail, and the way to the new group."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.models import Move
from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import link_token, subject_of

STAYING = "staying"


def renewal_url(membership: Membership) -> str:
    """The whole address of the page with the button."""
    return settings.SITE_URL + reverse("renew", args=[link_token(STAYING, membership.pk)])


def status_url(move: Move) -> str:
    """Where somebody sees how far the application in the new group is; nothing when there is none that goes on."""
    application = move.application
    return url_for(application, APPLICANT, "application_status") if application and not application.ended_at else ""


def membership_by(token: str) -> Membership:
    """The membership that a link was made for. Absent and forged sound the same."""
    subject = subject_of(STAYING, token)
    rows = Membership.objects.select_related("group__organisation", "person")
    membership = rows.filter(pk=subject).first() if subject else None
    if membership is None:
        raise NotFound(_("There is no such page."))
    return membership
