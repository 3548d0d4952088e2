# SPDX-License-Identifier: EUPL-1.2
"""Who is in the group and how to reach them; and how far a list is that was taken over."""

from . import imports, register, views_of

__all__ = ["imports", "register", "views_of"]
