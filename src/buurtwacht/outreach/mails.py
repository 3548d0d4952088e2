# SPDX-License-Identifier: EUPL-1.2
"""The answer to a question from the site: by mail, in the name of the group or the organisation."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.lib.post import post

from .models import ContactMessage


def send_answer(message: ContactMessage) -> None:
    """In the language in which it was asked. Who answered is not named."""
    sender = message.group.name if message.group else message.organisation.name
    with override(message.language):
        context = {
            "message": message,
            "sender": sender,
            "contact_url": settings.SITE_URL + reverse("contact", args=[message.organisation.slug]),
        }
        body = render_to_string("outreach/mail/answer.txt", context)
        subject = _("Answer from %(sender)s to your question") % {"sender": sender}
        post(message.email, subject, body)
