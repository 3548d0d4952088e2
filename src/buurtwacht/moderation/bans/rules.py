# SPDX-License-Identifier: EUPL-1.2
"""Who may end a ban before its day. Pure."""

from buurtwacht.moderation.ladder import Decider, rung_of
from buurtwacht.moderation.models import Measure
from buurtwacht.policy.model import Policy


def needs_two(policy: Policy) -> bool:
    """Does a second administrator have to agree? As with the removal itself: what two decided, one does not undo."""
    rung = rung_of(policy, Measure.Kind.REMOVAL, coordinates=False)
    return rung is None or rung.decider is not Decider.ADMINISTRATOR
