# SPDX-License-Identifier: EUPL-1.2
"""What moderation keeps about people."""

from . import bans, cases, flags

__all__ = ["bans", "cases", "flags"]
