# SPDX-License-Identifier: EUPL-1.2
"""Reading GeoJSON (RFC 7946, and the older form with a `crs` member that Dutch files still use)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from .grids import NAMES, Grid, grid_of
from .problems import BadFile
from .shapes import BadShape, border_from, drawn_in

CODE_FIELDS = (
    *("code", "wk_code", "wijkcode", "bu_code", "buurtcode", "gm_code", "gemeentecode", "statcode"),
    *("niscode", "wijknr", "gebcode", "cd_sector", "cd_munty_refnis", "id"),
)
NAME_FIELDS = (
    *("name", "naam", "wk_naam", "wijknaam", "bu_naam", "buurtnaam", "gm_naam", "gemeentenaam", "statnaam"),
    *("wijk", "tx_sector_descr_nl", "tx_munty_descr_nl"),
)


@dataclass(frozen=True, slots=True)
class Feature:
    """One area of the file: its border in degrees as WKB, and whether the border had to be mended."""

    code: str
    name: str
    border: bytes
    mended: bool


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A feature of which the border is still in the numbers of the file."""

    number: int
    code: str
    name: str
    shape: BaseGeometry


def read(path: Path, *, code_field: str = "", name_field: str = "", grid: Grid | None = None) -> list[Feature]:
    """Every area in the file. Raises `BadFile` with one sentence for each thing that is wrong."""
    document = _document(path)
    declared = grid or _declared_grid(document)
    problems: dict[int, str] = {}
    drawings = []
    for number, raw in enumerate(document["features"], start=1):
        try:
            drawings.append(_drawing(number, raw, code_field, name_field))
        except BadShape as problem:
            problems[number] = f"Feature {number}{_called(raw, code_field)}: {problem}"
    spoken = grid_of([drawing.shape.bounds for drawing in drawings], declared, grid)
    codes: dict[str, int] = {}
    features = []
    for drawing in drawings:
        try:
            features.append(_feature(drawing, spoken, codes))
        except BadShape as problem:
            problems[drawing.number] = str(problem)
    if problems:
        raise BadFile([problems[number] for number in sorted(problems)])
    return features


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise BadFile([f"There is no file {path}."]) from None
    except OSError as problem:
        raise BadFile([f"{path} cannot be read: {problem.strerror}."]) from None
    except UnicodeDecodeError:
        raise BadFile(["The file is not text in UTF-8. Save it as UTF-8 and try again."]) from None
    except (json.JSONDecodeError, RecursionError) as problem:
        where = f" (line {problem.lineno})" if isinstance(problem, json.JSONDecodeError) else ""
        raise BadFile([f"The file is not JSON{where}. Was it cut off, or is it another kind of file?"]) from None
    if isinstance(document, dict) and document.get("type") == "Feature":
        return {"features": [document]}
    if not (isinstance(document, dict) and document.get("type") == "FeatureCollection"):
        raise BadFile(['The file is not GeoJSON: it should be a "FeatureCollection".'])
    if not isinstance(document.get("features"), list) or not document["features"]:
        raise BadFile(["There are no features in the file."])
    return document


def _declared_grid(document: dict[str, Any]) -> Grid | None:
    """What the file says about itself. Raises `BadFile` for a grid that we cannot read."""
    crs = document.get("crs")
    if crs is None:
        return None
    name = json.dumps(crs).upper()
    if "CRS84" in name or "4258" in name:  # EPSG:4258 is ETRS89 in degrees: the same within a metre
        return Grid.WGS84
    said = next((grid for grid in Grid if str(grid.value) in name), None)
    if said:
        return said
    properties = crs.get("properties") if isinstance(crs, dict) else None
    called = properties.get("name") if isinstance(properties, dict) else None
    raise BadFile([f"The file uses the grid {called or json.dumps(crs)}. Save it in {NAMES}."])


def _drawing(number: int, raw: Any, code_field: str, name_field: str) -> _Drawing:
    if not isinstance(raw, dict) or raw.get("type") != "Feature":
        raise BadShape("this is not a feature.")
    properties = _properties(raw)
    code = _field(properties, code_field, CODE_FIELDS, "code", "--code-field")
    name = _field(properties, name_field, NAME_FIELDS, "name", "--name-field")
    return _Drawing(number, code[:40], name[:120], drawn_in(raw.get("geometry")))


def _feature(drawing: _Drawing, grid: Grid | None, codes: dict[str, int]) -> Feature:
    """`codes` are those that came before, with the number of their feature."""
    first = codes.setdefault(drawing.code, drawing.number)
    if first != drawing.number:
        raise BadShape(f"Feature {drawing.number}: the code {drawing.code} is that of feature {first} too.")
    try:
        border, mended = border_from(drawing.shape, grid)
    except BadShape as problem:
        raise BadShape(f"Feature {drawing.number} ({drawing.code}): {problem}") from None
    return Feature(drawing.code, drawing.name, border, mended)


def _properties(raw: dict[str, Any]) -> dict[str, Any]:
    properties = raw.get("properties") or {}
    if not isinstance(properties, dict):
        raise BadShape("its properties are not a list of names and values.")
    with_id = {"id": raw["id"]} if isinstance(raw.get("id"), str | int) else {}
    return with_id | properties


def _field(properties: dict[str, Any], chosen: str, usual: tuple[str, ...], what: str, option: str) -> str:
    folded = {key.casefold(): value for key, value in properties.items()}
    wanted = (chosen.casefold(),) if chosen else usual
    for key in wanted:
        value = str(folded.get(key) if folded.get(key) is not None else "").strip()
        if value:
            return value
    names = ", ".join(sorted(properties)) or "none"
    raise BadShape(f"it has no {what}. Say with {option} which property holds it. Its properties: {names}.")


def _called(raw: Any, code_field: str) -> str:
    """How the feature calls itself, to find it in a file of thousands."""
    try:
        return f" ({_field(_properties(raw), code_field, CODE_FIELDS + NAME_FIELDS, '', '')})"
    except (BadShape, AttributeError):
        return ""
