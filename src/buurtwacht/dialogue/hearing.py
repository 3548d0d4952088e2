# SPDX-License-Identifier: EUPL-1.2
"""What people say on channels comes in here."""

from buurtwacht.channels.inbound import Heard, Moved
from buurtwacht.delivery.inbox.hearing import hears


@hears
def take(kind: str, event: Heard | Moved) -> None:
    """Understand it, and answer."""
