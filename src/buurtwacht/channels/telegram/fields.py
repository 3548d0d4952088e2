# SPDX-License-Identifier: EUPL-1.2
"""The parts of an update, read with care: a field that is not what it should be is not there. Pure."""

from datetime import UTC, datetime
from typing import Any

from buurtwacht.channels.inbound import Media

MOST_BYTES = 20_000_000  # of a file that a bot can get

Update = dict[str, Any]


def media_in(message: Update) -> tuple[Media, ...]:
    sizes = [size for size in _list(message.get("photo")) if _file(size)]
    if sizes:
        largest = max(sizes, key=lambda size: size.get("width", 0) if isinstance(size.get("width"), int) else 0)
        return (Media(kind="photo", reference=_file(largest)),)
    if file := _file(message.get("voice")) or _file(message.get("audio")):
        return (Media(kind="voice", reference=file),)
    if file := _file(message.get("video")) or _file(message.get("video_note")):
        return (Media(kind="video", reference=file),)
    document = part_of(message.get("document"))
    if file := _file(document):
        is_picture = text_of(document.get("mime_type")).startswith("image/")
        return (Media(kind="photo" if is_picture else "file", reference=file),)
    return ()


def _file(found: Any) -> str:
    """The name of a file that a bot may get; nothing for one that is too large."""
    file = part_of(found)
    size = file.get("file_size")
    too_large = isinstance(size, int) and size > MOST_BYTES
    return "" if too_large else text_of(file.get("file_id"))


def place_in(message: Update) -> tuple[float, float] | None:
    where = part_of(message.get("location"))
    north, east = where.get("latitude"), where.get("longitude")
    if not (isinstance(north, int | float) and isinstance(east, int | float)):
        return None
    return (float(north), float(east)) if -90 <= north <= 90 and -180 <= east <= 180 else None


def sender_in(about: Update) -> str:
    """Who it was; nothing for another bot, behind which an administrator may hide too."""
    sender = part_of(about.get("from"))
    return "" if sender.get("is_bot") else number_of(sender.get("id"))


def kind_of_chat(about: Update) -> Any:
    return part_of(about.get("chat")).get("type")


def moment_of(seconds: Any) -> datetime | None:
    is_whole = isinstance(seconds, int) and 0 < seconds < 2**33
    return datetime.fromtimestamp(seconds, UTC) if is_whole else None


def number_of(found: Any) -> str:
    return str(found) if isinstance(found, int) and not isinstance(found, bool) and found else ""


def text_of(found: Any) -> str:
    return found if isinstance(found, str) else ""


def part_of(found: Any) -> Update:
    return found if isinstance(found, dict) else {}


def _list(found: Any) -> list[Update]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
