# SPDX-License-Identifier: EUPL-1.2
"""What applicants and the police desk are mailed about checks. Sent from handlers of the journal."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.mails import send_mail_to
from buurtwacht.enrolment.models import Application, Objection
from buurtwacht.enrolment.telling import mail_member
from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.groups.queries import groups_under
from buurtwacht.lib.post import Attachment, post

from . import rules
from .letters import letters_pdf, refusal_letter


def contact_of(application: Application) -> dict[str, str]:
    """Whom somebody can ask about a refusal: the police desk for what the police decided, else the municipality."""
    organisation = application.group.organisation
    vetting = getattr(application, "vetting", None)
    by_police = vetting is not None and vetting.verdict == "no"
    name = organisation.police_name if by_police and organisation.police_name else organisation.name
    return {"name": name, "mail": organisation.police_mailbox if by_police else ""}


def send_refusal(application: Application) -> None:
    """The neutral letter (R075): whom to ask, how to object, and when everything is gone."""
    url = url_for(application, APPLICANT, "application_objection")
    contact = contact_of(application)
    pdf = letters_pdf([refusal_letter(application, contact, url)])
    ends = (application.ended_at or application.submitted_at) + rules.OBJECT_WITHIN
    context = {"url": url, "contact": contact, "ends": ends.astimezone(application.group.tz)}
    attachment = ("brief.pdf", pdf, "application/pdf")
    _send(application, _("About your application for %(group)s"), "refused", context, attachments=(attachment,))


def send_approved(application: Application) -> None:
    """The police agree; the coordinator adds them."""
    _send(application, _("The check for %(group)s is done"), "approved")


def send_delay(application: Application) -> None:
    _send(application, _("It takes a little longer: %(group)s"), "delayed")


def send_residence_ended(application: Application, reason: str) -> None:
    """One way to show the address came to nothing: choose another."""
    context = {"url": url_for(application, APPLICANT, "application_residence"), "reason": reason}
    _send(application, _("Choose another way to show your address: %(group)s"), "residence_ended", context)


def ask_first_neighbours(group: WatchGroup, members: Iterable[Membership]) -> None:
    """Whether they know who coordinates a new group."""
    template = "enrolment/checking/mail/first_neighbours.txt"
    for member in members:
        mail_member(member.person, group, subject=_("Do you know your neighbour? %(group)s"), template=template)


def send_letter_printed(application: Application) -> None:
    context = {"url": url_for(application, APPLICANT, "application_residence")}
    _send(application, _("A letter with a code is on its way: %(group)s"), "letter_printed", context)


def send_answer(objection: Objection) -> None:
    """What came of an objection."""
    context = {"upheld": objection.upheld, "contact": contact_of(objection.application)}
    _send(objection.application, _("We have looked again: %(group)s"), "objection", context)


def send_to_police(organisation: Organisation, waiting: int, late: int) -> None:
    """That people wait, without saying who."""
    with override(organisation.language):
        subject = ngettext("%(count)s application waits", "%(count)s applications wait", waiting) % {"count": waiting}
        url = settings.SITE_URL + reverse("vetting_desk", args=[organisation.slug])
        words = _desk_words(organisation, url) | {"waiting": waiting, "late": late}
        body = render_to_string("enrolment/checking/mail/police.txt", words)
        post(organisation.police_mailbox, subject, body)


def send_objection_to_desk(objection: Objection) -> None:
    """That somebody objects, without saying who or what. To the police mailbox, which is the desk's own."""
    organisation = objection.application.group.organisation
    if not organisation.police_mailbox:
        return
    with override(organisation.language):
        subject = gettext("Somebody asks to look at a refusal again")
        url = settings.SITE_URL + reverse("objections", args=[organisation.slug])
        body = render_to_string("enrolment/checking/mail/objection_made.txt", _desk_words(organisation, url))
        post(organisation.police_mailbox, subject, body)


def _desk_words(organisation: Organisation, url: str) -> dict[str, object]:
    group = groups_under(organisation).first()
    number = group.policy.emergency_number if group else settings.EMERGENCY_NUMBER
    return {"organisation": organisation, "url": url, "number": number}


def _send(
    application: Application,
    subject: str,
    name: str,
    context: Mapping[str, object] | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> None:
    if application.email:
        words = {"status_url": url_for(application, APPLICANT, "application_status")} | dict(context or {})
        template = f"enrolment/checking/mail/{name}.txt"
        send_mail_to(
            application.email, application, subject=subject, template=template, context=words, attachments=attachments
        )
