# SPDX-License-Identifier: EUPL-1.2
"""Writes across a photo who looks at it, so that whoever passes it on can be found (R144)."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from buurtwacht.people.viewing import reference_of

__all__ = ["marked", "reference_of"]

TILT = 24  # degrees: cropping one edge does not remove it
SMALLEST_TEXT = 14  # pixels
SHADE = 96  # of 255: readable on light and dark, and the photo stays readable too


def marked(jpeg: bytes, text: str) -> bytes:
    """The same photo with `text` written across it again and again."""
    with Image.open(BytesIO(jpeg)) as opened:
        photo = opened.convert("RGB")
    photo.paste((255, 255, 255), mask=_pattern(photo.size, text, offset=0))
    photo.paste((0, 0, 0), mask=_pattern(photo.size, text, offset=2))
    out = BytesIO()
    photo.save(out, "JPEG", quality=85)
    return out.getvalue()


def _pattern(size: tuple[int, int], text: str, *, offset: int) -> Image.Image:
    """A grey mask, as large as the photo, with rows of tilted text."""
    side = int((size[0] ** 2 + size[1] ** 2) ** 0.5) + 1
    font = ImageFont.load_default(max(SMALLEST_TEXT, side // 32))
    canvas = Image.new("L", (side, side))
    draw = ImageDraw.Draw(canvas)
    step_across, step_down = int(draw.textlength(text, font)) * 3 // 2, side // 9 + 1
    for row, top in enumerate(range(0, side, step_down)):
        for left in range(-(row % 2) * step_across // 2, side, step_across):
            draw.text((left + offset, top + offset), text, fill=SHADE, font=font)
    turned = canvas.rotate(TILT)
    left, top = (side - size[0]) // 2, (side - size[1]) // 2
    return turned.crop((left, top, left + size[0], top + size[1]))
