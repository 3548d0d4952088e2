# SPDX-License-Identifier: EUPL-1.2
"""What moves an application along, whatever part of the room did the step."""

from .advance import advance, mark_done, refuse, reopen, withdraw
from .join import join_group

__all__ = ["advance", "join_group", "mark_done", "refuse", "reopen", "withdraw"]
