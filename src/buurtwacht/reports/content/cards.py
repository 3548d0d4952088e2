# SPDX-License-Identifier: EUPL-1.2
"""The person card and the vehicle card: the fields of the printed description card, each of them optional.

Behaviour is no field here: it comes first, in the report itself (R120, R126).
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """How one person looked. Codes are those of `choices.py`; the rest is in the words of who wrote it."""

    sex: str = ""
    age: str = ""
    height: str = ""
    build: str = ""
    hair_colour: str = ""
    hair_style: str = ""
    face: str = ""  # beard, moustache, glasses, scars
    tattoo: str = ""  # or something else that stands out
    clothing: str = ""  # from top to bottom
    carries: str = ""
    transport: str = ""
    alone: str = ""
    skin_colour: str = ""  # only where the policy allows, and only after two other traits (C9)

    @property
    def traits(self) -> int:
        """How many things are told, skin colour not counted."""
        return sum(1 for field in fields(self) if field.name not in _NO_TRAIT and getattr(self, field.name))

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleCard:
    """One vehicle (R124, R125). The plate may be a part of it, as it was read."""

    kind: str = ""
    colour: str = ""
    make: str = ""  # or what is written on it
    model: str = ""
    marks: str = ""  # damage, a ladder on the roof
    plate: str = ""  # normalised, see plates.py; empty for members where it goes to the police only
    plate_is_partial: bool = False
    country: str = ""
    occupants: str = ""
    place: str = ""
    direction: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing but a place is no vehicle."""
        return not any(getattr(self, field.name) for field in fields(self) if field.name != "place")


_NO_TRAIT = ("skin_colour", "alone")
