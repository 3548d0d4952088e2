# SPDX-License-Identifier: EUPL-1.2
"""A photo on its way to the group: somebody blurs it, somebody looks and decides, and who looked is on record."""

from .blur import blur_photo
from .decide import approve_photo, refuse_photo
from .take_back import delete_photo, keep_from_the_group
from .view import view_photo

__all__ = ["approve_photo", "blur_photo", "delete_photo", "keep_from_the_group", "refuse_photo", "view_photo"]
