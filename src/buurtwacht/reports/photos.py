# SPDX-License-Identifier: EUPL-1.2
"""Taking in a photo: whatever comes, what we keep is a plain upright JPEG of our own making, without metadata."""

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.model import PhotoRule, Policy

from .models import Photo

LONGEST_SIDE = 1600  # pixels: enough to read a plate, too few to recognise the whole street
MOST_PIXELS = 60_000_000  # a small file can unpack to gigabytes
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")

register_heif_opener()


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
    """For whom a photo is under this policy (C8). Raises `NotAPhoto` where photos are not taken at all."""
    if policy.photo is PhotoRule.NEVER:
        raise NotAPhoto(_("This group works without photos. Describe in words what you see."))
    audiences = {
        PhotoRule.POLICE_ONLY: Photo.Audience.POLICE,
        PhotoRule.COORDINATOR_RELEASES: Photo.Audience.WAITING,
    }
    return audiences.get(policy.photo, Photo.Audience.GROUP)


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
    """The pixels, upright, at most `LONGEST_SIDE` wide or high; nothing else of the file survives."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise NotAPhoto(_("This photo is too large. Choose a smaller one."))
                image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(image).convert("RGB")
    except NotAPhoto:
        raise
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotAPhoto(_("We cannot open this photo. Choose another one, or describe it in words.")) from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    return clean
