# SPDX-License-Identifier: EUPL-1.2
"""What groups keep about people."""

from . import hints, info, life, members, proposals, rooms

__all__ = ["hints", "info", "life", "members", "proposals", "rooms"]
