# SPDX-License-Identifier: EUPL-1.2
"""The letters to who asked follow from the journal."""

from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.outreach.models import RightsRequest

from . import letters


@on("request.code_made")
def mail_the_code(line: Line) -> None:
    request = _found(line)
    if request and request.code and not request.received_at:
        letters.send_code(request)


@on("request.received", "request.entered")
def mail_that_it_came(line: Line) -> None:
    if request := _with_mail(line):
        letters.send_receipt(request)


@on("request.prolonged")
def mail_the_longer_term(line: Line) -> None:
    if request := _with_mail(line):
        letters.send_prolonged(request)


@on("request.answered")
def mail_the_answer(line: Line) -> None:
    if request := _with_mail(line):
        letters.send_answer(request)


def _with_mail(line: Line) -> RightsRequest | None:
    """A request whose letters go by mail. One on paper without a mail address gets them printed."""
    request = _found(line)
    return request if request and request.email else None


def _found(line: Line) -> RightsRequest | None:
    return RightsRequest.objects.select_related("organisation").filter(pk=line.subject_id).first()
