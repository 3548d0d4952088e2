# SPDX-License-Identifier: EUPL-1.2
"""The letters with a code: printed in one batch, by the municipality or else by the coordinator."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.checking.letters import letters_pdf
from buurtwacht.enrolment.checking.queries import printable
from buurtwacht.enrolment.models import AddressProof
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


@transaction.atomic
def print_letters(groups: Sequence[WatchGroup], *, by: Person, again: bool = False) -> bytes:
    """The letters that wait for these groups, in one PDF; empty when there are none.

    With `again`, those that were printed in the last days, for when the printer jammed. The term of the code starts
    with the first printing. Who printed is in the journal, for each letter.
    """
    waiting = printable(groups, again=again).select_for_update(of=("self",))
    proofs = list(waiting.select_related("application__group__organisation"))
    if not proofs:
        return b""
    now = timezone.now()
    for proof in proofs:
        proof.printed_at = proof.printed_at or now
        record("letter.printed", proof.pk, by=by, application=proof.application_id, again=again)
    AddressProof.objects.bulk_update(proofs, ["printed_at"])
    return letters_pdf(proofs)
