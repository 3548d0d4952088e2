# SPDX-License-Identifier: EUPL-1.2
"""Mails to people who are not members yet. Who is a member hears through `delivery`, on the channel of their choice."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.naming import full_name
from buurtwacht.lib.post import Attachment, post

from .models import Application


def signed_off(body: str, group: WatchGroup) -> str:
    """The words of a mail, and under them which group it is about and where that is (R035)."""
    return f"{body.rstrip()}\n\nBuurtwacht, {full_name(group)}\n"


def send_mail_to(
    address: str,
    application: Application,
    *,
    subject: str,
    template: str,
    context: dict[str, Any] | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> None:
    """Write to an applicant, a parent or a desk, in the language of the application.

    `subject` is marked with `gettext_noop`, and may hold `%(group)s`; `template` is the path of a text template, which
    gets the application, its group, the organisation and the emergency number. `attachments` are name, bytes and media
    type. Call it from a handler of the journal: when the mail server is away the line is tried again.
    """
    group = application.group
    with override(application.language):
        words = {
            "application": application,
            "group": group,
            "organisation": group.organisation,
            "number": group.policy.emergency_number,
            **(context or {}),
        }
        body = signed_off(render_to_string(template, words), group)
        post(address, gettext(subject) % {"group": group.name}, body, attachments)
