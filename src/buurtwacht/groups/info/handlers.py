# SPDX-License-Identifier: EUPL-1.2
"""What follows when somebody offers a note."""

from datetime import timedelta
from uuid import UUID

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

WAITING = "info.waiting"
GOOD_FOR = timedelta(days=3)


@on("info.offered")
def ask_the_coordinators(line: Line) -> None:
    """The coordinators hear that something waits: no alarm, and not at night."""
    group_id = UUID(str(line.facts["group"]))
    intend(WAITING, line.subject_id, priority=Priority.NOTICE, valid_for=GOOD_FOR, payer_id=group_id)
