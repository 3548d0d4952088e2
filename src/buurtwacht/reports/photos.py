# SPDX-License-Identifier: EUPL-1.2
"""Taking in a photo: whatever comes, what we keep is a plain upright JPEG of our own making, without metadata."""

import hashlib
import io
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.pictures import TooManyPixels, Unopened, redrawn
from buurtwacht.policy.model import PhotoRule, Policy

from .models import Photo

LONGEST_SIDE = 1600  # pixels: enough to read a plate, too few to recognise the whole street
QUALITY = 82


class NotAPhoto(DomainError):
    """It cannot be opened, or should not be."""


@dataclass(frozen=True, slots=True)
class TakenPhoto:
    """A photo as we keep it."""

    jpeg: bytes
    width: int
    height: int
    description: str
    audience: str

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.jpeg).digest()


def audience_under(policy: Policy) -> str:
    """For whom a photo is under this policy (C8): never for the group before somebody looked at it.

    Raises `NotAPhoto` where photos are not taken at all.
    """
    if policy.photo is PhotoRule.NEVER:
        raise NotAPhoto(_("This group works without photos. Describe in words what you see."))
    return Photo.Audience.POLICE if policy.photo is PhotoRule.POLICE_ONLY else Photo.Audience.WAITING


def take_photo(file: IO[bytes], size: int, description: str, policy: Policy) -> TakenPhoto:
    """Re-encode a photo. `size` is in bytes. Raises `NotAPhoto` with a sentence that says what to do instead."""
    audience = audience_under(policy)
    if not description.strip():
        raise NotAPhoto(_("Write what the photo shows. A photo is never sent without words."))
    if size > settings.MOST_PHOTO_BYTES:
        most = settings.MOST_PHOTO_BYTES // 1_000_000
        raise NotAPhoto(_("This photo is too large. At most %(most)s MB is possible.") % {"most": most})
    image = _opened(file)
    small = io.BytesIO()
    image.save(small, "JPEG", quality=QUALITY, optimize=True)
    return TakenPhoto(small.getvalue(), image.width, image.height, description.strip(), audience)


def _opened(file: IO[bytes]) -> Image.Image:
    try:
        return redrawn(file, LONGEST_SIDE)
    except TooManyPixels:
        raise NotAPhoto(_("This photo is too large. Choose a smaller one.")) from None
    except Unopened:
        raise NotAPhoto(_("We cannot open this photo. Choose another one, or describe it in words.")) from None
