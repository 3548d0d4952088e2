# SPDX-License-Identifier: EUPL-1.2
"""What moderation keeps about people."""

from . import appeals, bans, cases, flags

__all__ = ["appeals", "bans", "cases", "flags"]
