# SPDX-License-Identifier: EUPL-1.2
"""What groups keep about people."""

from . import life, members

__all__ = ["life", "members"]
