# SPDX-License-Identifier: EUPL-1.2
"""Pictures from a phone, made anew: the pixels, upright and not too large; nothing else of the file survives."""

import warnings
from typing import IO

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

MOST_PIXELS = 60_000_000  # a small file can unpack to gigabytes
FEW_COLOURS = ("1", "P")  # they get coarse when made smaller before they have all colours
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
BROKEN = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning)

register_heif_opener()


class TooManyPixels(Exception):
    """The picture is larger than we unpack."""


class Unopened(Exception):
    """It is no picture, or a broken one."""


def redrawn(file: IO[bytes], longest_side: int) -> Image.Image:
    """The picture in RGB, at most so many pixels wide or high. Raises `TooManyPixels` or `Unopened`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise TooManyPixels
                image.draft("RGB", (longest_side, longest_side))
                if image.mode not in FEW_COLOURS:
                    image.thumbnail((longest_side, longest_side))  # first of all: every further copy is a small one
                upright = ImageOps.exif_transpose(image).convert("RGB")
    except BROKEN:
        raise Unopened from None
    upright.thumbnail((longest_side, longest_side))
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    return clean
