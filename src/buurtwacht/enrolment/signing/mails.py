# SPDX-License-Identifier: EUPL-1.2
"""Mails about papers: the copy for who signed, and the question to a parent."""

from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.links import GUARDIAN, url_for
from buurtwacht.enrolment.mails import send_mail_to
from buurtwacht.enrolment.models import Application

from .paper import copy_of
from .queries import signed_in

PDF = "application/pdf"
FILE_NAME = "buurtwacht.pdf"


def send_copy(application: Application) -> None:
    """The copy of what was agreed to, to the proven address of who did. It may have moved to the person meanwhile."""
    address = application.email or (application.person.email if application.person else "")
    signed = signed_in(application)
    if not address or address.endswith(".invalid") or not signed:
        return
    send_mail_to(
        address,
        application,
        subject=_("What you agreed to with %(group)s"),
        template="enrolment/signing/mail/copy.txt",
        attachments=((FILE_NAME, copy_of(signed), PDF),),
    )


def ask_guardian(application: Application) -> None:
    """The question to the parent."""
    send_mail_to(
        application.guardian_email,
        application,
        subject=_("Your child would like to join %(group)s"),
        template="enrolment/signing/mail/guardian.txt",
        context={"url": url_for(application, GUARDIAN, "application_guardian")},
    )
