# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from buurtwacht.enrolment.signing.services import announce_changes
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import services


@on("rules.published")
def ask_members_again(line: Line) -> None:
    """Those who agreed to something that reads differently now hear it once."""
    group = WatchGroup.objects.filter(pk=line.facts["group"]).first()
    if group:
        announce_changes(group)


@on("group.split")
def take_rules_along(line: Line) -> None:
    """Whoever was regrouped has agreed to these rules already."""
    services.follow_split(before=UUID(line.facts["group"]), after=UUID(line.facts["into"]))
