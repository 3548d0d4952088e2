# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from buurtwacht.groups.access import no_such_group
from buurtwacht.groups.models import GroupProposal
from buurtwacht.people.models import Person

from . import queries


def proposal_for(person: Person, proposal_id: UUID) -> GroupProposal:
    """A proposal that this person may agree to or decline, or asked and may take back."""
    proposal = queries.waiting().filter(pk=proposal_id).first()
    if proposal is None:
        no_such_group()
    is_own = proposal.proposed_by_id == person.pk
    return proposal if is_own or queries.may_answer(proposal, person) else no_such_group()
