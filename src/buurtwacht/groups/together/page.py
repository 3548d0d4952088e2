# SPDX-License-Identifier: EUPL-1.2
"""A proposal as its page shows it. Who answers for an organisation reads no names."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from buurtwacht.groups.models import GroupProposal, WatchGroup
from buurtwacht.groups.queries import is_coordinator, members_of
from buurtwacht.groups.splitting import lives_in
from buurtwacht.people.models import Person


@dataclass(frozen=True, slots=True)
class Shown:
    """What would happen: how many members it concerns, and for who coordinates the first names."""

    proposal: GroupProposal
    members: int  # whose membership ends, or who go to the new group
    asker: str = ""
    coordinator: str = ""

    @property
    def ends_it(self) -> bool:
        return self.proposal.kind == GroupProposal.Kind.CLOSE


def shown(proposal: GroupProposal, to: Person) -> Shown:
    members = list(members_of(proposal.group))
    if proposal.kind == GroupProposal.Kind.SPLIT:
        members = [member for member in members if lives_in(member, proposal.streets)]
    if not is_coordinator(to, proposal.group):
        return Shown(proposal, len(members))
    asker = proposal.proposed_by.first_name if proposal.proposed_by else ""
    coordinator = proposal.coordinator.person.first_name if proposal.coordinator else ""
    return Shown(proposal, len(members), asker, coordinator)


def done_words(proposal: GroupProposal, group: WatchGroup) -> str:
    if proposal.kind == GroupProposal.Kind.CLOSE:
        return _("%(group)s has stopped. The members have been told.") % {"group": group.name}
    return _("%(group)s is there. Everybody in those streets has been told.") % {"group": group.name}
