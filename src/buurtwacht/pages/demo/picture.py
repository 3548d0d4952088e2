# SPDX-License-Identifier: EUPL-1.2
"""A photo as a neighbour would make it, drawn: a street at dusk, somebody at a gate, a van with a plate."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIZE = (1200, 900)
PLATE = "V-38-ZZ"  # of no vehicle

Draw = ImageDraw.ImageDraw
Colour = tuple[int, int, int]
BRICKS: Sequence[Colour] = ((142, 84, 66), (156, 96, 74), (131, 78, 64), (150, 104, 84))


def street_photo() -> bytes:
    """A JPEG, upright, with two faces and one number plate that somebody could recognise."""
    photo = Image.linear_gradient("L").resize(SIZE)
    photo = Image.composite(Image.new("RGB", SIZE, (214, 178, 150)), Image.new("RGB", SIZE, (112, 132, 168)), photo)
    draw = ImageDraw.Draw(photo)
    for number, brick in enumerate(BRICKS):
        _house(draw, number * 300, brick, 17 + 2 * number)
    draw.rectangle((0, 640, 1200, 720), fill=(148, 143, 136))
    draw.rectangle((0, 720, 1200, 900), fill=(86, 88, 92))
    for left in range(40, 1200, 170):
        draw.polygon(((left, 800), (left + 80, 800), (left + 70, 812), (left - 10, 812)), fill=(208, 206, 196))
    _van(draw, 640, 450)
    _somebody(draw, 330, 690, coat=(38, 44, 58), skin=(214, 172, 142), hair=(58, 42, 32), tall=270)
    _somebody(draw, 110, 760, coat=(176, 52, 48), skin=(232, 196, 170), hair=(196, 160, 96), tall=170)
    grain = Image.effect_noise(SIZE, 26).convert("RGB")
    photo = Image.blend(photo.filter(ImageFilter.GaussianBlur(1.2)), grain, 0.09)
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=84)
    return out.getvalue()


def _house(draw: Draw, left: int, brick: Colour, number: int) -> None:
    draw.rectangle((left, 170, left + 298, 640), fill=brick)
    for top in range(180, 640, 14):
        draw.line((left, top, left + 298, top), fill=tuple(shade - 14 for shade in brick))
    draw.polygon(((left - 12, 172), (left + 150, 40), (left + 310, 172)), fill=(74, 62, 60))
    for x, y in ((40, 230), (180, 230), (40, 430)):
        lit = (250, 214, 140) if (left + x + y) % 4 else (52, 60, 76)
        draw.rectangle((left + x, y, left + x + 80, y + 110), fill=lit, outline=(236, 232, 222), width=7)
    draw.rectangle((left + 190, 440, left + 262, 640), fill=(34, 68, 62))
    draw.text((left + 152, 476), str(number), fill=(245, 245, 240), font=ImageFont.load_default(30))


def _van(draw: Draw, left: int, top: int) -> None:
    """White, seen from behind and aside, with the plate at the back."""
    body = (left, top, left + 420, top + 320)
    draw.rounded_rectangle(body, 26, fill=(232, 234, 236), outline=(150, 154, 160), width=4)
    draw.line((left + 210, top + 12, left + 210, top + 300), fill=(160, 164, 170), width=5)
    for x in (36, 232):
        draw.rounded_rectangle((left + x, top + 34, left + x + 150, top + 134), 12, fill=(58, 70, 84))
    for x in (10, 386):
        draw.rectangle((left + x, top + 170, left + x + 24, top + 240), fill=(190, 30, 34))
    draw.ellipse((left + 20, top + 280, left + 120, top + 372), fill=(30, 30, 32))
    draw.ellipse((left + 300, top + 280, left + 400, top + 372), fill=(30, 30, 32))
    draw.rectangle((left + 118, top + 238, left + 302, top + 284), fill=(246, 198, 40), outline=(20, 20, 20), width=3)
    draw.text((left + 210, top + 261), PLATE, fill=(16, 16, 16), font=ImageFont.load_default(38), anchor="mm")


def _somebody(draw: Draw, middle: int, feet: int, *, coat: Colour, skin: Colour, hair: Colour, tall: int) -> None:
    unit = tall // 8
    top = feet - tall
    for side in (-1, 1):
        x = middle + side * unit // 2
        draw.rectangle((x - unit // 3, feet - 4 * unit, x + unit // 3, feet), fill=(44, 46, 54))
        arm = middle + side * int(1.3 * unit)
        sleeve = (arm - unit // 3, top + int(1.5 * unit), arm + unit // 3, top + 4 * unit)
        draw.rounded_rectangle(sleeve, unit // 3, fill=coat)
    draw.rounded_rectangle((middle - unit, top + int(1.4 * unit), middle + unit, feet - 3 * unit), unit // 2, fill=coat)
    head = (middle - int(0.7 * unit), top - unit // 3, middle + int(0.7 * unit), top + int(1.5 * unit))
    draw.ellipse(head, fill=skin)
    draw.pieslice(head, 180, 360, fill=hair)
    for side in (-1, 1):
        eye = middle + side * unit // 4
        draw.ellipse((eye - 3, top + unit // 2, eye + 3, top + unit // 2 + 6), fill=(30, 30, 34))
    mouth = (middle - unit // 3, top + unit // 2, middle + unit // 3, top + int(1.2 * unit))
    draw.arc(mouth, 30, 150, (140, 60, 60), 3)
