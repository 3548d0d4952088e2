# SPDX-License-Identifier: EUPL-1.2
"""The description as it is on disk, and as it is after the patches."""

import copy
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from .incoming import INCOMING
from .outgoing import OUTGOING
from .patching import Patch
from .tapping import TAPPING

DATA = Path(__file__).parents[3] / "data" / "whatsapp"
ALL: tuple[Patch, ...] = (*OUTGOING, *TAPPING, *INCOMING)


@cache
def published() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / "description.json").read_text(encoding="utf-8"))
    return found


def mended(patches: Iterable[Patch] = ALL) -> dict[str, Any]:
    """The schemas after these patches, in a document of their own; each request and answer has its name there too."""
    components = copy.deepcopy(published()["components"])
    for name, part in published()["parts"].items():
        components["schemas"].setdefault(name, copy.deepcopy(part["schema"]))
    for patch in patches:
        patch(components["schemas"])
    return {"components": components}


@cache
def validator(name: str) -> Draft202012Validator:
    """For one schema, by its name."""
    return Draft202012Validator(_document() | {"$ref": f"#/components/schemas/{name}"})


@cache
def _document() -> dict[str, Any]:
    return mended()


def faults_of(name: str, value: Any) -> Iterator[ValidationError]:
    return validator(name).iter_errors(value)


def is_valid(name: str, value: Any) -> bool:
    return validator(name).is_valid(value)


def examples(part: str) -> dict[str, Any]:
    """Meta's own examples of a request or an answer, by their names."""
    return {name: each["value"] for name, each in published()["parts"][part]["examples"].items()}
