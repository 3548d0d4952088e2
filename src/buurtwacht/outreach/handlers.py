# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.enrolment.models import Application
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import mails
from .models import ContactMessage
from .services.starting import open_idea


@on("contact.answered")
def mail_the_answer(line: Line) -> None:
    message = ContactMessage.objects.select_related("organisation", "group").filter(pk=line.subject_id).first()
    if message and message.email and message.answer:
        mails.send_answer(message)


@on("application.submitted", "application.step_done")
def put_an_idea_on_the_site(line: Line) -> None:
    """Somebody who can be reached puts their name to it: now neighbours may see it."""
    application = Application.objects.select_related("group").filter(pk=line.subject_id).first()
    if application and application.email_proven_at:
        open_idea(application.group)
