# SPDX-License-Identifier: EUPL-1.2
"""Reading GeoJSON (RFC 7946, and the older form with a `crs` member that Dutch files still use)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .grids import Grid
from .problems import BadFile
from .shapes import BadShape, border_from

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


def read(path: Path, *, code_field: str = "", name_field: str = "") -> list[Feature]:
    """Every area in the file. Raises `BadFile` with one sentence for each thing that is wrong."""
    document = _document(path)
    features, problems = [], []
    codes: dict[str, int] = {}
    for number, raw in enumerate(document["features"], start=1):
        try:
            feature = _feature(raw, _declared_grid(document), code_field, name_field)
        except BadShape as problem:
            problems.append(f"Feature {number}{_called(raw, code_field)}: {problem}")
            continue
        if feature.code in codes:
            problems.append(f"Feature {number}: the code {feature.code} is that of feature {codes[feature.code]} too.")
        codes[feature.code] = number
        features.append(feature)
    if problems:
        raise BadFile(problems)
    return features


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise BadFile([f"There is no file {path}."]) from None
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
    if "28992" in name:
        return Grid.RD
    if "4326" in name or "CRS84" in name:
        return Grid.WGS84
    raise BadFile([f"The file uses the grid {name}. Save it in EPSG:4326 (WGS 84) or EPSG:28992 (Dutch grid)."])


def _feature(raw: Any, grid: Grid | None, code_field: str, name_field: str) -> Feature:
    if not isinstance(raw, dict) or raw.get("type") != "Feature":
        raise BadShape("this is not a feature.")
    properties = _properties(raw)
    code = _field(properties, code_field, CODE_FIELDS, "code", "--code-field")
    name = _field(properties, name_field, NAME_FIELDS, "name", "--name-field")
    border, mended = border_from(raw.get("geometry"), grid)
    return Feature(code[:40], name[:120], border, mended)


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
