# SPDX-License-Identifier: EUPL-1.2
"""Mail that the program writes by itself, to one address at a time."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMessage

Attachment = tuple[str, bytes, str]  # name, bytes and media type


def post(to: str, subject: str, body: str, attachments: Iterable[Attachment] = ()) -> None:
    """Send a plain text. It says that a machine wrote it (RFC 3834), so that no absence notice comes back.

    Raises what smtplib raises, or `OSError`, when the mail server does not take it.
    """
    mail = EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to], headers={"Auto-Submitted": "auto-generated"})
    for attachment in attachments:
        mail.attach(*attachment)
    mail.send()
