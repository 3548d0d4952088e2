# SPDX-License-Identifier: EUPL-1.2
"""The letters on paper: printed in one batch, by the municipality or else by the coordinator."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.checking.ending_letters import ending_letter
from buurtwacht.enrolment.checking.letters import code_letter, letters_pdf
from buurtwacht.enrolment.checking.queries import endings_to_print, printable
from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


@transaction.atomic
def print_letters(groups: Sequence[WatchGroup], *, by: Person, again: bool = False) -> bytes:
    """The letters that wait for these groups, in one PDF; empty when there are none.

    With `again`, those that were printed in the last days, for when the printer jammed. The term of the code starts
    with the first printing. Who printed is in the journal, for each letter.
    """
    letters = [code_letter(proof) for proof in _codes_printed(groups, by, again)]
    letters += [ending_letter(application) for application in _endings_printed(groups, by, again)]
    return letters_pdf(letters) if letters else b""


def _codes_printed(groups: Sequence[WatchGroup], by: Person, again: bool) -> list[AddressProof]:
    waiting = printable(groups, again=again).select_for_update(of=("self",))
    proofs, now = list(waiting.select_related("application__group__organisation")), timezone.now()
    for proof in proofs:
        proof.printed_at = proof.printed_at or now
        record("letter.printed", proof.pk, by=by, application=proof.application_id, again=again)
    AddressProof.objects.bulk_update(proofs, ["printed_at"])
    return proofs


def _endings_printed(groups: Sequence[WatchGroup], by: Person, again: bool) -> list[Application]:
    waiting = endings_to_print(groups, again=again).select_for_update(of=("self",))
    applications, now = list(waiting.select_related("group__organisation")), timezone.now()
    for application in applications:
        application.ending_printed_at = application.ending_printed_at if again else now
        record("application.ending_printed", application.pk, by=by, group=application.group_id, again=again)
    Application.objects.bulk_update(applications, ["ending_printed_at"])
    return applications
