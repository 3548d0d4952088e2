# SPDX-License-Identifier: EUPL-1.2
"""The part that only the police get. It lies in the entry, under the same digest, and `read` never returns it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from buurtwacht.policy.model import PlateRule, Policy

from .model import Content

if TYPE_CHECKING:
    from buurtwacht.reports.models import Entry

SEALED = "sealed"
Json = dict[str, Any]


def sealed(content: Content, policy: Policy) -> Json:
    """The JSON to keep: what is for the police only stands apart under its own key."""
    if policy.plate is not PlateRule.POLICE_ONLY:
        return content.to_json()
    plates = {
        str(number): {"plate": card.plate, "plate_is_partial": card.plate_is_partial}
        for number, card in enumerate(content.vehicles)
        if card.plate
    }
    open_part = replace(
        content, vehicles=tuple(replace(card, plate="", plate_is_partial=False) for card in content.vehicles)
    )
    return open_part.to_json() | ({SEALED: {"plates": plates}} if plates else {})


def read(entry: "Entry") -> Content:
    """What members may read. Empty once the entry was erased."""
    return Content.from_json(entry.content)


def own_words(entry: "Entry") -> Content:
    """What the writer of an entry, and who judges it, read of it: also once it was hidden."""
    return Content.from_json(entry.hidden_content if entry.hidden_at else entry.content)


def unseal(entry: "Entry") -> Content:
    """What the police may read: the sealed part put back where it belongs."""
    content = Content.from_json(entry.content)
    plates: Json = (entry.content or {}).get(SEALED, {}).get("plates", {})
    vehicles = tuple(replace(card, **plates.get(str(number), {})) for number, card in enumerate(content.vehicles))
    return replace(content, vehicles=vehicles)


def keeps_a_plate_for_the_police(entry: "Entry") -> bool:
    """So that members can be told "plate given to the police"."""
    return bool((entry.content or {}).get(SEALED, {}).get("plates"))
