# SPDX-License-Identifier: EUPL-1.2
"""Asking, and proving the mail address. Nothing is received before that."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from buurtwacht.delivery.services import intend
from buurtwacht.enrolment.codes import Answer, after_a_try, answer_to, fresh, may_send_again, words_for
from buurtwacht.enrolment.limits import MAILS
from buurtwacht.groups.models import Organisation
from buurtwacht.groups.notices import NOTICE
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights import rules

from .held import held
from .reminding import WORTH_TELLING


@transaction.atomic
def ask_for_rights(
    organisation: Organisation,
    *,
    kind: str,
    name: str,
    email: str,
    words: str,
    street: str,
    on: date,
    hour: int | None = None,
    language: str = "nl",
) -> RightsRequest:
    """Keep a request, and promise the code that proves the mail address. It is received once that comes back."""
    request = RightsRequest.objects.create(
        organisation=organisation,
        kind=RightsRequest.Kind(kind).value,
        name=name,
        email=email,
        words=words,
        moment={"street": street, "on": on.isoformat(), "hour": hour},
        language=language,
    )
    _make_code(request)
    return request


@transaction.atomic
def send_code_again(request: RightsRequest) -> bool:
    """Another code to the same address. False when one was sent just now, or too many were: nothing changes then."""
    return _make_code(held(request))


def try_code(request: RightsRequest, typed: str) -> RightsRequest:
    """Prove the address: the request is received, and the term of the law begins. Raises `DomainError` otherwise."""
    answer = _try(request, typed)
    if answer is not Answer.RIGHT:
        raise DomainError(words_for(answer))
    request.refresh_from_db()
    return request


@transaction.atomic
def _try(request: RightsRequest, typed: str) -> Answer:
    """Every wrong try is counted, so the transaction may not fail for one."""
    request, now = held(request), timezone.now()
    if request.received_at:
        return Answer.RIGHT
    answer = answer_to(request.code, typed, now)
    if answer is Answer.WRONG and request.code:
        request.code = after_a_try(request.code)
        request.save(update_fields=["code"])
        record("request.code_refused", request.pk, organisation=request.organisation_id)
    elif answer is Answer.RIGHT:
        _receive(request)
    return answer


def _receive(request: RightsRequest) -> None:
    now = timezone.now()
    today = timezone.localdate(now, ZoneInfo(request.organisation.time_zone))
    request.received_at, request.due_on, request.code = now, rules.due_on(today), None
    request.save(update_fields=["received_at", "due_on", "code"])
    record("request.received", request.pk, organisation=request.organisation_id, kind=request.kind)
    intend("request.received", request.pk, priority=NOTICE, valid_for=WORTH_TELLING)


def _make_code(request: RightsRequest) -> bool:
    now = timezone.now()
    if request.received_at or not may_send_again(request.code, now) or not MAILS.allows(request.email):
        return False
    request.code = fresh(now)
    request.save(update_fields=["code"])
    record("request.code_made", request.pk, organisation=request.organisation_id)
    return True
