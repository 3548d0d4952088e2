# SPDX-License-Identifier: EUPL-1.2
"""Photos that came along. What a file is, its first bytes say, not its name; whoever shows them makes them anew."""

from email.message import EmailMessage

from django.conf import settings

from buurtwacht.channels.inbound import Media

from .opening import content_of, parts_of

MOST_PHOTOS = 5
SMALLEST_DRAWN_IN = 15_000  # bytes: a smaller picture that the words point at is a logo under somebody's name
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif")


def photos_in(mail: EmailMessage) -> tuple[Media, ...]:
    """The first few photos that are not too large."""
    found: list[Media] = []
    for part in parts_of(mail):
        if len(found) == MOST_PHOTOS:
            break
        if part.get_content_maintype() == "text":
            continue
        content = content_of(part)
        drawn_in = "Content-ID" in part and len(content) < SMALLEST_DRAWN_IN
        if _is_photo(content) and not drawn_in and len(content) <= settings.MOST_PHOTO_BYTES:
            found.append(Media(kind="photo", content=content))
    return tuple(found)


def _is_photo(content: bytes) -> bool:
    return (
        content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))
        or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
        or (content[4:8] == b"ftyp" and content[8:12] in HEIF_BRANDS)
    )
