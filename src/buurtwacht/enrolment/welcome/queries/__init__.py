# SPDX-License-Identifier: EUPL-1.2
"""What was read, and what invitations brought."""

from .invitations import (
    InvitedStreet,
    invited_streets,
    live_invitation,
    open_invitations,
    own_code,
    ringers_of,
    streets_of,
)
from .reading import Shelf, codes_read, shelf_of, waiting_at_the_gate

__all__ = [
    "InvitedStreet",
    "Shelf",
    "codes_read",
    "invited_streets",
    "live_invitation",
    "open_invitations",
    "own_code",
    "ringers_of",
    "shelf_of",
    "streets_of",
    "waiting_at_the_gate",
]
