# SPDX-License-Identifier: EUPL-1.2
"""The one click in the yearly mail, and the way to the new group."""

from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.models import Move, Renewal
from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import link_token, subject_of

SAYS_THANKS_FOR = timedelta(days=90)  # from the question: who answered, or left, can read that for so long


def renewal_url(renewal: Renewal) -> str:
    """The whole address of the page with the button."""
    return settings.SITE_URL + reverse("renew", args=[renewal_token(renewal)])


def renewal_token(renewal: Renewal) -> str:
    """A token for the question of this year: the day on which it was asked is part of it."""
    asked_on = renewal.asked_at.astimezone(UTC).date()
    return f"{asked_on:%Y%m%d}.{link_token(_purpose(asked_on), renewal.membership_id)}"


def status_url(move: Move) -> str:
    """Where somebody sees how far the application in the new group is; nothing when there is none that goes on."""
    application = move.application
    return url_for(application, APPLICANT, "application_status") if application and not application.ended_at else ""


def membership_by(token: str) -> Membership:
    """The membership that a link was made for, while its question is open or was answered lately.

    Absent, forged and of another year sound the same.
    """
    day, _dot, rest = token.partition(".")
    asked_on = _day(day)
    subject = subject_of(_purpose(asked_on), rest) if asked_on else None
    rows = Membership.objects.select_related("group__organisation", "person")
    membership = rows.filter(pk=subject).first() if subject else None
    if membership is None or asked_on is None or not _is_of_now(membership, asked_on):
        raise NotFound(_("There is no such page."))
    return membership


def _is_of_now(membership: Membership, asked_on: date) -> bool:
    renewal = Renewal.objects.filter(membership=membership).first()
    if renewal:
        return renewal.asked_at.astimezone(UTC).date() == asked_on
    return timezone.now().astimezone(UTC).date() < asked_on + SAYS_THANKS_FOR


def _purpose(asked_on: date) -> str:
    return f"staying:{asked_on:%Y%m%d}"


def _day(text: str) -> date | None:
    """Eight figures as a day; None for anything else."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    try:
        return datetime.strptime(text, "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        return None
