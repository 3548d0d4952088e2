# SPDX-License-Identifier: EUPL-1.2
"""Codes: sent to a mail address or a phone, tried, and what comes of it."""

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.codes import Answer, after_a_try, answer_to, fresh, may_send_again, words_for
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance, mark_done
from buurtwacht.enrolment.services.advance import locked
from buurtwacht.enrolment.steps import Step
from buurtwacht.enrolment.texting import SMS
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.services import claim_code

EMAIL, PHONE = "email", "phone"
STEPS = {EMAIL: Step.EMAIL, PHONE: Step.PHONE}


@transaction.atomic
def send_code(application: Application, way: str) -> bool:
    """Make a code and promise to send it. False when one was sent just now, or too many mails: then nothing changes.

    Raises `DomainError` when no code can go to this phone: too many went there, or what codes may cost is spent.
    """
    application = locked(application.pk)
    now = timezone.now()
    kept, address = f"{way}_code", getattr(application, way)
    if application.ended_at or not address or getattr(application, STEPS[way].value):
        return False
    if not may_send_again(getattr(application, kept), now):
        return False
    if way == PHONE:
        claim_code(SMS, address, application.pk)
    elif not limits.MAILS.allows(address):
        return False
    setattr(application, kept, fresh(now))
    application.save(update_fields=[kept])
    record("application.code_made", application.pk, group=application.group_id, way=way)
    return True


def try_code(application: Application, way: str, typed: str) -> Application:
    """Prove an address by the code that was sent there. Raises `DomainError` that says what to do instead."""
    answer = _try(application, way, typed)
    if answer is not Answer.RIGHT:
        raise DomainError(words_for(answer))
    return prove(application, way)


@transaction.atomic
def prove(application: Application, way: str) -> Application:
    """The address is proven: the code was right, or the link in the mail was opened and confirmed."""
    application = mark_done(application, STEPS[way])
    Application.objects.filter(pk=application.pk).update(**{f"{way}_code": None})
    return application


@transaction.atomic
def go_on_without_phone(application: Application) -> Application:
    """The text message does not come. The number is forgotten, and the application goes on."""
    application = locked(application.pk)
    if application.ended_at or application.phone_proven_at:
        return application
    application.phone = application.phone_fingerprint = ""
    application.phone_code = None
    application.save(update_fields=["phone", "phone_fingerprint", "phone_code"])
    record("application.changed", application.pk, group=application.group_id, fields="phone")
    return advance(application)


@transaction.atomic
def _try(application: Application, way: str, typed: str) -> Answer:
    """Every try is counted, so the transaction may not fail for a wrong one."""
    application = locked(application.pk)
    kept = f"{way}_code"
    sent = getattr(application, kept)
    answer = answer_to(sent, typed, timezone.now())
    if answer is Answer.WRONG and sent:
        setattr(application, kept, after_a_try(sent))
        application.save(update_fields=[kept])
        record("application.code_refused", application.pk, group=application.group_id, way=way)
    return answer
