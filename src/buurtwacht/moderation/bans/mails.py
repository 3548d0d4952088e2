# SPDX-License-Identifier: EUPL-1.2
"""What somebody under a ban is told who applies: until when, and how to object. To an address that they proved."""

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.mails import send_mail_to
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.texting import can_text, send_text
from buurtwacht.lib.clock import day
from buurtwacht.moderation.models import Ban


def tell_applicant(application: Application, ban: Ban) -> None:
    """By mail, or in a text message where there is no mail. Raises when that fails in a way that may pass."""
    url = url_for(application, APPLICANT, "application_objection")
    if application.email and application.email_proven_at:
        send_mail_to(
            application.email,
            application,
            subject=_("About your application for %(group)s"),
            template="moderation/bans/mail/turned_away.txt",
            context={"url": url, "ends": ban.ends_at.astimezone(application.group.tz)},
        )
    elif application.phone_proven_at and can_text(application.phone):
        with override(application.language):
            words = gettext("You cannot join %(group)s before %(day)s. You can object here: %(url)s")
            until = day(ban.ends_at, application.group.tz)
            body = words % {"group": application.group.name, "day": until, "url": url}
        send_text(application.phone, body, application.language)
