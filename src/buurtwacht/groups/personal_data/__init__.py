# SPDX-License-Identifier: EUPL-1.2
"""What groups keep about people."""

from . import life, members, rooms

__all__ = ["life", "members", "rooms"]
