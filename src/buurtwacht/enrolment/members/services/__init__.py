# SPDX-License-Identifier: EUPL-1.2
"""What happens to the register of members. One function, one transaction, one journal line."""

from .note_view import note_export, note_view

__all__ = ["note_export", "note_view"]
