# SPDX-License-Identifier: EUPL-1.2
"""What the member, the judges and who keeps the installation going are told by mail. From handlers of the journal."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.mails import signed_off
from buurtwacht.enrolment.telling import reads_mail
from buurtwacht.groups.models import Organisation
from buurtwacht.lib.post import Attachment, post
from buurtwacht.moderation.models import Appeal, Case

from .letters import answer_pdf, verdict_words
from .links import case_url

ROOM = "moderation/appeals/mail"


def send_received(appeal: Appeal) -> None:
    """That the appeal came in, and when there is an answer."""
    _to_member(appeal.measure.case, _("Your appeal has come in: %(group)s"), "received", appeal=appeal)


def send_answer(appeal: Appeal) -> None:
    """The verdict and the answer, also as a letter."""
    case = appeal.measure.case
    with override(case.person.language):
        words = verdict_words(appeal)
    letter = ("brief.pdf", answer_pdf(appeal), "application/pdf")
    subject = _("The answer to your appeal: %(group)s")
    _to_member(case, subject, "answered", letters=(letter,), appeal=appeal, verdict_words=words)


def send_late(appeal: Appeal) -> None:
    """That it takes longer than two weeks."""
    _to_member(appeal.measure.case, _("Your appeal takes longer: %(group)s"), "late", appeal=appeal)


def send_others_look(case: Case) -> None:
    """That the administrators asked others."""
    _to_member(case, _("Others look at it too: %(group)s"), "others")


def ask_operators(organisation: Organisation) -> None:
    """That something waits and nobody can judge it: without names, and without what it is about."""
    with override(organisation.language):
        words = {"organisation": organisation, "site": settings.SITE_URL}
        body = render_to_string(f"{ROOM}/operators.txt", words)
        subject = gettext("Nobody can judge an appeal in %(organisation)s") % {"organisation": organisation.name}
    for address in settings.OPERATORS:
        post(address, subject, body)


def _to_member(case: Case, subject: str, name: str, letters: tuple[Attachment, ...] = (), **more: object) -> None:
    """In the language of the member, with the link that needs no sign-in. Who has no mail gets a notice only."""
    person, group = case.person, case.group
    if not reads_mail(person):
        return
    with override(person.language):
        words = {
            "person": person,
            "group": group,
            "case": case,
            "url": case_url(case),
            "desk_url": settings.SITE_URL + reverse("own_cases"),
            "number": group.policy.emergency_number,
            **more,
        }
        body = signed_off(render_to_string(f"{ROOM}/{name}.txt", words), group)
        post(person.email, gettext(subject) % {"group": group.name}, body, letters)
