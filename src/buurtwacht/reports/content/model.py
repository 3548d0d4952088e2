# SPDX-License-Identifier: EUPL-1.2
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

from .cards import PersonCard, VehicleCard

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Location:
    """A point, in degrees (WGS 84)."""

    latitude: float
    longitude: float

    def to_json(self) -> dict[str, float]:
        return {"latitude": self.latitude, "longitude": self.longitude}


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSeal:
    """That a photo belongs to this entry. The digest (SHA-256 of the JPEG, hex) ties it into the chain."""

    id: str
    digest: str
    description: str


Card = TypeVar("Card", Location, PersonCard, PhotoSeal, VehicleCard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One thing that was said on a report. Only what applies to the kind of entry is filled in."""

    title: str = ""
    text: str = ""  # the author's own words: what was seen
    supposed: str = ""  # what the author supposes but did not see: kept apart, never in a title (R107)
    behaviours: tuple[str, ...] = ()
    place: str = ""
    location: Location | None = None
    direction: str = ""
    in_sight: str = ""
    seen_at: datetime | None = None
    called_at: datetime | None = None
    danger: str = ""  # wounded people or a weapon: for the call card and the police
    persons: tuple[PersonCard, ...] = ()
    vehicles: tuple[VehicleCard, ...] = ()
    photos: tuple[PhotoSeal, ...] = ()
    reason: str = ""  # a code: why it was closed, withdrawn or corrected
    advice: str = ""  # what neighbours should do now: "Check your gates"
    until: datetime | None = None  # when a promise ends, such as that of a doubt
    source: str = ""  # the neighbouring group that passed this on

    def to_json(self) -> Json:
        """Plain JSON, without what is empty, so that a new field does not change old digests."""
        return {key: _plain(value) for key, value in asdict(self).items() if value not in ("", None, (), [])}

    @classmethod
    def from_json(cls, data: Json | None) -> Self:
        """Read what `to_json` wrote. Unknown keys are left out: an older program may read a newer entry."""
        known = {field.name: data[field.name] for field in fields(cls) if data and field.name in data}
        return cls(**{key: _READ[key](value) if key in _READ else value for key, value in known.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if one not in ("", None, False)}
    return value


def _known(kind: type[Card], data: Json) -> Card:
    return kind(**{field.name: data[field.name] for field in fields(kind) if field.name in data})


_READ: dict[str, Any] = {
    "behaviours": tuple,
    "location": lambda value: _known(Location, value),
    "seen_at": datetime.fromisoformat,
    "called_at": datetime.fromisoformat,
    "until": datetime.fromisoformat,
    "persons": lambda cards: tuple(_known(PersonCard, card) for card in cards),
    "vehicles": lambda cards: tuple(_known(VehicleCard, card) for card in cards),
    "photos": lambda seals: tuple(_known(PhotoSeal, seal) for seal in seals),
}
