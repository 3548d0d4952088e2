# SPDX-License-Identifier: EUPL-1.2
"""Looking into JSON that may have any shape. Nothing here raises. Pure."""

from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]


def part(found: object, name: str) -> Json:
    """The object under this name; empty when there is none."""
    inner = found.get(name) if isinstance(found, dict) else None
    return inner if isinstance(inner, dict) else {}


def dicts(found: object, name: str) -> list[Json]:
    """The objects in the list under this name."""
    inner = found.get(name) if isinstance(found, dict) else None
    return [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []


def text(found: Json, name: str) -> str:
    """The words under this name; a number as its digits."""
    inner = found.get(name)
    plain = str(inner) if isinstance(inner, str | int) and not isinstance(inner, bool) else ""
    return plain.replace("\0", "")


def number(found: Json, name: str) -> float | None:
    inner = found.get(name)
    return float(inner) if isinstance(inner, int | float) and not isinstance(inner, bool) else None


def moment(found: Json, otherwise: datetime) -> datetime:
    """The time under "timestamp", in seconds since 1970; never later than `otherwise`, which is when it came."""
    told = text(found, "timestamp")
    if not (told.isascii() and told.isdigit() and 0 < len(told) <= 10):
        return otherwise
    return min(datetime.fromtimestamp(int(told), UTC), otherwise)
