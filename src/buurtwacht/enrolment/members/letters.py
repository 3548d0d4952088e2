# SPDX-License-Identifier: EUPL-1.2
"""The mails to people from a list."""

from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.links import CONSENT, url_for
from buurtwacht.enrolment.mails import send_mail_to
from buurtwacht.enrolment.models import Application
from buurtwacht.people.models import Person

from . import rules


def send_question(application: Application, by: Person | None) -> None:
    """Would you like to take part? `by` brought the list, and is called by first name."""
    _send(application, _("Would you like to take part in %(group)s?"), "question", by)


def send_reminder(application: Application) -> None:
    """The same question, once more and for the last time."""
    _send(application, _("One more time: would you like to take part in %(group)s?"), "question_again", None)


def _send(application: Application, subject: str, template: str, by: Person | None) -> None:
    context = {"link": url_for(application, CONSENT, "consent"), "by": by, "days": rules.KEPT_FOR.days}
    template = f"enrolment/members/mail/{template}.txt"
    send_mail_to(application.email, application, subject=subject, template=template, context=context)
