# SPDX-License-Identifier: EUPL-1.2
"""What follows when a second yes is asked, and when it does not come."""

from uuid import UUID

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from .rules import ANSWER_IN

ASKED, NOT_DONE = "proposal.asked", "proposal.not_done"


@on("proposal.made")
def ask_for_a_second(line: Line) -> None:
    _tell(ASKED, line)


@on("proposal.declined", "proposal.lapsed")
def tell_who_asked(line: Line) -> None:
    """That somebody said no, or that nobody answered in time; not who thought better of it."""
    if not line.facts.get("own"):
        _tell(NOT_DONE, line)


def _tell(kind: str, line: Line) -> None:
    group_id = UUID(str(line.facts["group"]))
    intend(kind, line.subject_id, priority=Priority.NOTICE, valid_for=ANSWER_IN, payer_id=group_id)
