# SPDX-License-Identifier: EUPL-1.2
"""The answer, in time; or, once and with a reason, two months more."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError, refuse_if
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights import queries, rules
from buurtwacht.people.models import Person

from .held import held

Outcome = RightsRequest.Outcome


@transaction.atomic
def answer_request(
    request: RightsRequest, *, by: Person, outcome: str, answer: str, known_by: str = ""
) -> RightsRequest:
    """Answer once. The mail with where to complain follows from the journal; on paper somebody prints the letter.

    Raises `DomainError` when it was answered, when it is granted to somebody of whom nobody knows who they are, and
    for an answer that names a neighbour.
    """
    request = held(request)
    if request.answered_at:
        raise DomainError(_("Somebody has answered this request already."))
    if outcome != Outcome.REFUSED and not known_by:
        raise DomainError(_("Choose how you know that it is them. A copy of an identity card is never needed."))
    if named := rules.named_in(answer, queries.neighbours_in(request)):
        sentence = _("A neighbour is named: %(names)s. Who reported something is not told. Take the name out.")
        raise DomainError(sentence % {"names": ", ".join(named)})
    request.outcome, request.answer, request.known_by = Outcome(outcome).value, answer, known_by
    request.answered_by, request.answered_at = by, timezone.now()
    request.save(update_fields=["outcome", "answer", "known_by", "answered_by", "answered_at"])
    record("request.answered", request.pk, by=by, organisation=request.organisation_id, outcome=request.outcome)
    if request.kind == RightsRequest.Kind.CORRECTION and outcome != Outcome.REFUSED:
        for report_id in request.concerns.values_list("pk", flat=True):
            record("request.corrected", request.pk, by=by, organisation=request.organisation_id, report=report_id)
    return request


@transaction.atomic
def prolong_request(request: RightsRequest, *, by: Person, because: str) -> RightsRequest:
    """Two months more, with the reason told to who asked (GDPR, article 12, paragraph 3). Raises `DomainError`."""
    request = held(request)
    zone = ZoneInfo(request.organisation.time_zone)
    refuse_if(rules.refusal_to_prolong(request, timezone.localdate(timezone=zone)))
    if request.received_at:
        request.due_on = rules.due_on(timezone.localdate(request.received_at, zone), prolonged=True)
    request.prolonged_at, request.prolonged_because, request.reminders = timezone.now(), because, 0
    request.save(update_fields=["due_on", "prolonged_at", "prolonged_because", "reminders"])
    record("request.prolonged", request.pk, by=by, organisation=request.organisation_id)
    return request
