# SPDX-License-Identifier: EUPL-1.2
"""Who will read it, in the words of the button."""

from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import coordinators_of, is_coordinator, membership_in, somebody_else_coordinates
from buurtwacht.lib.clock import clock
from buurtwacht.people.models import Person
from buurtwacht.policy.model import Doubt
from buurtwacht.reports import rules
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.models import Report
from buurtwacht.reports.queries import neighbours_to_tell


@dataclass(frozen=True, slots=True)
class DoubtOffer:
    """Asking before calling, where the policy allows it and somebody is there to answer (C3)."""

    coordinator: str  # a first name; empty where the whole group is asked
    until: str  # when the asker calls after all, such as 21:24


def doubt_offer(group: WatchGroup, person: Person) -> DoubtOffer | None:
    policy = group.policy
    until = clock(rules.doubt_ends_at(timezone.now(), policy), group.tz)
    if policy.doubt is Doubt.WHOLE_GROUP:
        return DoubtOffer("", until)
    other = coordinators_of(group).exclude(person_id=person.pk).first()
    if policy.doubt is Doubt.OFF or other is None:
        return None
    return DoubtOffer(other.person.first_name, until)


def reads_first(draft: Draft, person: Person) -> str:
    """The coordinator's first name where the coordinator reads it before the group does."""
    group, status = draft.group, _status(draft, person)
    if not rules.coordinator_is_first(status, group.policy):
        return ""
    first = coordinators_of(group).exclude(person_id=person.pk).first()
    return first.person.first_name if first else ""


def share_words(draft: Draft, person: Person) -> str:
    """What the last button says: whom it tells."""
    group, status = draft.group, _status(draft, person)
    if status == Report.Status.WAITING:
        return _("Send to your coordinator")
    if status == Report.Status.DOUBT and (offer := doubt_offer(group, person)) and offer.coordinator:
        return _("Ask %(name)s") % {"name": offer.coordinator}
    count = neighbours_to_tell(group)
    if status == Report.Status.DOUBT:
        return ngettext("Ask %(count)s neighbour", "Ask %(count)s neighbours", count) % {"count": count}
    return ngettext("Share with %(count)s neighbour", "Share with %(count)s neighbours", count) % {"count": count}


def _status(draft: Draft, person: Person) -> Report.Status:
    """How the report would begin. Who did not ask yet to share in doubt is taken to call first."""
    content = draft.content if draft.in_doubt else replace(draft.content, called_at=timezone.now())
    own = membership_in(person, draft.group)
    return rules.first_status(
        content,
        draft.group.policy,
        by_coordinator=is_coordinator(person, draft.group),
        is_suspended=own is not None and own.is_suspended,
        is_read=somebody_else_coordinates(draft.group, person),
    )
