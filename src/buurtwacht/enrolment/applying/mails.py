# SPDX-License-Identifier: EUPL-1.2
"""What applicants are mailed, and the one text message. Sent from handlers of the journal."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.mails import send_mail_to
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.enrolment.texting import send_text
from buurtwacht.groups.models import Membership

from .access import MAIL_PROOF
from .queries import place_in_queue
from .services import SILENT, UNANSWERED, is_kept_a_while


def status_url(application: Application) -> str:
    return url_for(application, APPLICANT, "application_status")


def apply_url(application: Application) -> str:
    return settings.SITE_URL + reverse("apply", args=[application.group.slug])


def send_code(application: Application) -> None:
    """The code, and a link that proves the same."""
    context = {"code": application.email_code["code"], "url": url_for(application, MAIL_PROOF, "application_confirm")}
    _send(application, _("Your code for %(group)s"), "code", context)


def send_received(application: Application) -> None:
    """We have it, and this is where you see how far it is."""
    _send(application, _("Your application for %(group)s"), "received")


def send_again(application: Application) -> None:
    """To somebody who applies a second time."""
    _send(application, _("You applied to %(group)s already"), "again")


def send_reminder(application: Application) -> None:
    """One link to go on, and one to stop and be erased."""
    context = {
        "stop_url": url_for(application, APPLICANT, "application_stop"),
        "waits_for_parent": step_of(application) is Step.GUARDIAN,
        "is_erased_at_once": not is_kept_a_while(application),
    }
    _send(application, _("You are nearly there: %(group)s"), "reminder", context)


def send_waiting(application: Application) -> None:
    """On the waiting list, and at which place."""
    _send(application, _("You are on the waiting list of %(group)s"), "waiting", {"place": place_in_queue(application)})


def send_place(application: Application) -> None:
    _send(application, _("There is a place for you in %(group)s"), "place")


def send_in_the_way(application: Application, membership: Membership) -> None:
    """There is a place, but they take part in another group already."""
    _send(application, _("A place came free in %(group)s"), "in_the_way", {"other": membership.group.name})


def send_followed(application: Application) -> None:
    """Their street belongs to another group now."""
    _send(application, _("Your street now belongs to %(group)s"), "followed")


def send_withdrawn(application: Application, reason: str) -> None:
    """It ended. `reason` is the code with which it did."""
    context = {
        "is_silent": reason == SILENT,
        "is_unanswered": reason == UNANSWERED,
        "apply_url": apply_url(application),
    }
    _send(application, _("Your application for %(group)s has stopped"), "withdrawn", context)


def send_needless(membership: Membership) -> None:
    """To a member with whose address somebody applied."""
    person = membership.person
    nobody = Application(group=membership.group, language=person.language)
    context = {"sign_in": settings.SITE_URL + reverse("account_login")}
    send_mail_to(
        person.email,
        nobody,
        subject=_("You take part in %(group)s already"),
        template="enrolment/applying/mail/needless.txt",
        context=context,
    )


def text_code(application: Application) -> None:
    """The code to the phone. Raises `DeliveryFailed`."""
    with override(application.language):
        body = gettext("%(code)s is your code for %(group)s. Give it to nobody.") % {
            "code": application.phone_code["code"],
            "group": application.group.name,
        }
    send_text(application.phone, body, application.language)


def _send(application: Application, subject: str, name: str, context: dict[str, object] | None = None) -> None:
    if application.email:
        template = f"enrolment/applying/mail/{name}.txt"
        words = {"url": status_url(application)} | (context or {})
        send_mail_to(application.email, application, subject=subject, template=template, context=words)
