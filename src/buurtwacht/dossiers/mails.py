# SPDX-License-Identifier: EUPL-1.2
"""The mails to the police: plain text, no names of people, nothing of what is in the dossier but its number."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from buurtwacht.lib.links import link_token
from buurtwacht.lib.post import post

from .models import Dossier, Handover

OPEN, OUTCOME = "open", "outcome"


def open_url(handover: Handover) -> str:
    return settings.SITE_URL + reverse("dossiers:open", args=[link_token(OPEN, handover.pk)])


def outcome_url(dossier: Dossier) -> str:
    return settings.SITE_URL + reverse("dossiers:outcome", args=[link_token(OUTCOME, dossier.pk)])


def send_link(handover: Handover) -> None:
    """The link, without the code."""
    context = {"handover": handover, "digest": bytes(handover.digest).hex(), "open_url": open_url(handover)}
    _send(handover.dossier, handover.mailbox, _("Dossier %(number)s from %(group)s"), "link", context)


def send_code(handover: Handover) -> None:
    """The code, without the link."""
    to = handover.dossier.organisation.police_code_mailbox
    _send(handover.dossier, to, _("Code for dossier %(number)s"), "code", {"code": handover.code})


def send_reminder(dossier: Dossier) -> None:
    """The question what came of it, with a link that needs no code."""
    to = dossier.organisation.police_mailbox
    _send(dossier, to, _("What came of it? Dossier %(number)s"), "reminder", {})


def send_change(dossier: Dossier, change: str) -> None:
    """Something that they were given was erased, or was not right. Which words, and who asked, is not said."""
    to = dossier.organisation.police_mailbox
    _send(dossier, to, _("About dossier %(number)s that you were given"), "change", {"change": change})


def _send(dossier: Dossier, to: str, subject: str, template: str, context: dict[str, object]) -> None:
    with override(dossier.organisation.language):
        words = {"number": dossier.number, "group": dossier.report.group.name}
        body = render_to_string(
            f"dossiers/mail/{template}.txt",
            context
            | {
                "dossier": dossier,
                "group": dossier.report.group,
                "number": dossier.report.group.policy.emergency_number,
                "outcome_url": outcome_url(dossier),
            },
        )
        post(to, gettext(subject) % words, body)
