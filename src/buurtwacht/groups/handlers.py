# SPDX-License-Identifier: EUPL-1.2
"""What follows from what happens to a group."""

from datetime import timedelta
from uuid import UUID

from buurtwacht.delivery.services import Fact, intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from .models import WatchGroup
from .notices import NOTICE
from .services import mark_rooms_gone, start_if_ready

WORTH_KNOWING = timedelta(days=3)  # a notice that waits longer than this has been overtaken
NEWS = {
    ("forming", "active"): "group.started",
    ("active", "dormant"): "group.dormant",
    ("dormant", "active"): "group.woken",
}


@on("member.joined", "coordinator.appointed")
def start_what_is_complete(line: Line) -> None:
    """The last neighbour who was needed joined, or somebody coordinates now: a group that waits for it starts."""
    group = WatchGroup.objects.filter(pk=line.facts["group"], status=WatchGroup.Status.FORMING).first()
    if group:
        start_if_ready(group)


@on("group.status_changed")
def tell_the_new_state(line: Line) -> None:
    before, after = str(line.facts["before"]), str(line.facts["after"])
    if (before, after) in NEWS:
        _tell(NEWS[before, after], line.subject_id)
    elif after == WatchGroup.Status.CLOSED:
        _tell("group.closed", line.subject_id, since=int(line.at.timestamp()))


@on("group.settings_changed")
def tell_new_settings(line: Line) -> None:
    _tell("group.settings", line.subject_id, material=bool(line.facts.get("material")))


@on("group.lost_coordinator")
def look_for_a_coordinator(line: Line) -> None:
    """Ask who stood in before, tell the others and the officials. The group goes on meanwhile."""
    for kind in ("group.take_over", "group.uncoordinated", "group.officials"):
        _tell(kind, line.subject_id)


@on("group.nearly_full", "group.quiet", "group.transferred")
def pass_it_on(line: Line) -> None:
    _tell(line.action, line.subject_id)


@on("group.offered")
def ask_the_other_organisation(line: Line) -> None:
    _tell("group.offered", line.subject_id, transfer=str(line.facts["transfer"]))


@on("group.split")
def tell_both_halves(line: Line) -> None:
    _tell("group.split", UUID(str(line.facts["into"])))
    _tell("group.split_stay", line.subject_id)


def _tell(kind: str, group_id: UUID, **facts: Fact) -> None:
    intend(kind, group_id, priority=NOTICE, valid_for=WORTH_KNOWING, facts=facts, payer_id=group_id)


@on("room.opened")
def tell_of_a_room(line: Line) -> None:
    """Alerts are also read elsewhere from now on: members must know who may read them."""
    _tell("group.room_opened", UUID(str(line.facts["group"])), channel=str(line.facts["channel"]))


@on("room.lost")
def close_lost_room(line: Line) -> None:
    """A channel says that a room does not exist any more: nothing more is sent there."""
    mark_rooms_gone([line.subject_id])
