# SPDX-License-Identifier: EUPL-1.2
"""Doors: who reads and answers a request, and who proves one. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.models import Organisation
from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import link_token, subject_of
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

from . import queries
from .answerers import is_kept_from, who_answers

PURPOSE = "rights"


def token_of(request: RightsRequest) -> str:
    """For the address of the page on which the code is typed."""
    return link_token(PURPOSE, request.pk)


def request_by(token: str) -> RightsRequest:
    """The request that a token was made for. Absent and forged sound the same."""
    subject = subject_of(PURPOSE, token)
    found = RightsRequest.objects.select_related("organisation").filter(pk=subject).first() if subject else None
    return found or _no_such_request()


def organisation_to_answer_for(person: Person, slug: str) -> Organisation:
    """An organisation whose requests this person answers: its official; without one, who coordinates its groups."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None or not who_answers(organisation).filter(pk=person.pk).exists():
        _no_such_request()
    return organisation


def request_to_answer(person: Person, slug: str, request_id: UUID) -> RightsRequest:
    """A request that was received by an organisation for which this person answers, and not about what they told."""
    organisation = organisation_to_answer_for(person, slug)
    found = RightsRequest.objects.select_related("organisation").filter(
        organisation=organisation, received_at__isnull=False, pk=request_id
    )
    request = found.first()
    return request if request and not is_kept_from(person, request) else _no_such_request()


def request_on_paper(person: Person, slug: str, request_id: UUID) -> RightsRequest:
    """The same, of one that came as a letter: the way back is a letter too."""
    request = request_to_answer(person, slug, request_id)
    return request if request.on_paper else _no_such_request()


def report_of(person: Person, request: RightsRequest, report_id: UUID) -> Report:
    """A report at which this person may look for this request."""
    return queries.report_to_look_at(request, person, report_id) or _no_such_request()


def _no_such_request() -> NoReturn:
    raise NotFound(_("There is no such request."))
