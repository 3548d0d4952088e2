# SPDX-License-Identifier: EUPL-1.2
"""PDOK Locatieserver: Dutch addresses and streets (Kadaster, BAG). Off unless the operator sets its address.

What we ask it is what somebody typed, without anything else. It may be away: then every question has no answer, and the
caller uses our own streets. After a failure it is left alone for a minute, so that nobody waits for it twice.
"""

import json
import re
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import structlog
from django.conf import settings

from buurtwacht.lib.logs import facts_of

from .geo import Point

log = structlog.get_logger()

TIMEOUT = 1.5  # seconds: longer is too long for somebody who is typing
PAUSE = 60.0  # seconds without asking, after a failure
MOST_BYTES = 500_000
MOST_TEXT = 120
_POINT = re.compile(r"^POINT\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)$")
_tried_in_vain_at = -PAUSE


@dataclass(frozen=True, slots=True)
class Found:
    """One address, street or place. `point` is empty in a suggestion: look it up by its id."""

    id: str
    kind: str  # "adres", "weg", "postcode", "woonplaats" …
    name: str
    street: str = ""
    house_number: str = ""
    town: str = ""
    neighbourhood_code: str = ""
    district_code: str = ""
    point: Point | None = None


def suggest(text: str, *, town: str = "") -> list[Found]:
    """What somebody may mean who types this: names and ids, no points."""
    return _ask("suggest", q=_question(text, town), fq="type:(adres OR weg OR postcode)", rows="8")


def look_up(found_id: str) -> Found | None:
    """Everything about one suggestion."""
    return next(iter(_ask("lookup", id=found_id)), None)


def search(text: str, *, town: str = "") -> list[Found]:
    """Addresses and streets for a whole text, the best first, with their points."""
    return _ask("free", q=_question(text, town), fq="type:(adres OR weg)", rows="5")


def read(answer: Any) -> list[Found]:
    """The documents in an answer. What is not shaped as we know it is left out."""
    response = answer.get("response") if isinstance(answer, dict) else None
    documents = response.get("docs") if isinstance(response, dict) else None
    listed = documents if isinstance(documents, list) else []
    return [found for one in listed if isinstance(one, dict) and (found := _found(one))]


def _found(one: dict[str, Any]) -> Found | None:
    name, found_id = one.get("weergavenaam"), one.get("id")
    if not isinstance(name, str) or not isinstance(found_id, str):
        return None
    return Found(
        id=found_id,
        kind=str(one.get("type", "")),
        name=name,
        street=str(one.get("straatnaam", "")),
        house_number=str(one.get("huis_nlt") or one.get("huisnummer") or ""),
        town=str(one.get("woonplaatsnaam", "")),
        neighbourhood_code=str(one.get("buurtcode", "")),
        district_code=str(one.get("wijkcode", "")),
        point=_point(one.get("centroide_ll")),
    )


def _point(words: Any) -> Point | None:
    match = _POINT.match(words) if isinstance(words, str) else None
    return (float(match[2]), float(match[1])) if match else None


def _question(text: str, town: str) -> str:
    return " ".join(f"{text} {town}".split())[:MOST_TEXT]


def _ask(what: str, **question: str) -> list[Found]:
    global _tried_in_vain_at
    base = settings.LOCATIESERVER.rstrip("/")
    if urlsplit(base).scheme not in ("http", "https") or not any(question.get(key) for key in ("q", "id")):
        return []
    if time.monotonic() - _tried_in_vain_at < PAUSE:
        return []
    request = Request(f"{base}/{what}?{urlencode(question)}", headers={"Accept": "application/json"})  # noqa: S310
    try:
        with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310 - the scheme was checked
            return read(json.loads(response.read(MOST_BYTES)))
    except (OSError, ValueError, RecursionError) as problem:
        _tried_in_vain_at = time.monotonic()
        log.warning("locatieserver.away", what=what, **facts_of(problem))
        return []
