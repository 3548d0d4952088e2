# SPDX-License-Identifier: EUPL-1.2
"""The operator's templates for asking a provider, filled in; and what we look for in its answer. Pure."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

_PLACE = re.compile(r"\{(to|digits|text|from|reference)\}")
Values = Mapping[str, str]


def is_json(template: str) -> bool:
    return template.lstrip().startswith(("{", "["))


def filled_url(template: str, values: Values) -> str:
    return _PLACE.sub(lambda place: quote(values[place[1]], safe=""), template)


def filled_body(template: str, values: Values) -> bytes:
    """JSON stays JSON and a form a form, whatever the text holds. Raises `ValueError` when it is neither."""
    if is_json(template):
        return json.dumps(_filled(json.loads(template), values), ensure_ascii=False).encode()
    pairs = parse_qsl(template, keep_blank_values=True, strict_parsing=bool(template))
    return urlencode([(name, _filled(value, values)) for name, value in pairs]).encode()


def found_at(path: str, answer: bytes) -> str:
    """What stands at "messages.0.id" of a JSON answer; nothing where there is no such thing."""
    if not path:
        return ""
    try:
        return words_at(path, json.loads(answer))
    except (ValueError, RecursionError):
        return ""


def words_at(path: str, found: Any) -> str:
    """A text or a number at this place, as text; nothing where there is none."""
    here = thing_at(path, found)
    return str(here) if isinstance(here, str | int) and not isinstance(here, bool) else ""


def thing_at(path: str, found: Any) -> Any:
    """Whatever stands at "messages.0"; None where there is no such place."""
    try:
        for step in path.split(".") if path else ():
            found = found[int(step)] if isinstance(found, list) else found[step]
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    return found


def _filled(template: Any, values: Values) -> Any:
    if isinstance(template, str):
        return _PLACE.sub(lambda place: values[place[1]], template)  # in one go: a text may hold "{from}"
    if isinstance(template, list):
        return [_filled(one, values) for one in template]
    if isinstance(template, dict):
        return {name: _filled(one, values) for name, one in template.items()}
    return template
