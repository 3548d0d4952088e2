# SPDX-License-Identifier: EUPL-1.2
"""The list of templates, in pages."""

import base64
from typing import Any
from urllib.parse import urlencode

from .errors import Refusal
from .templates import Template

Asked = dict[str, str]
MOST_TEMPLATES = 250  # of a business that is not verified


def page_of(templates: list[Template], asked: Asked, url: str) -> dict[str, Any]:
    """A page of the list at this URL; `after` is the cursor of the page before. Raises Refusal."""
    found = [each.listed() for each in templates if _is_wanted(each, asked)]
    start, limit = _span(asked)
    cursors = {"before": _cursor(start), "after": _cursor(start + limit)}
    more = {"next": f"{url}?{urlencode(asked | {'after': cursors['after']})}"} if start + limit < len(found) else {}
    page = {
        "data": [_chosen(each, asked.get("fields", "")) for each in found[start : start + limit]],
        "paging": {"cursors": cursors} | more,
    }
    return page | ({"summary": _summary(len(templates))} if "summary" in asked else {})


def _is_wanted(template: Template, asked: Asked) -> bool:
    exact = {"language": template.language, "status": template.status, "category": template.category}
    return asked.get("name", "") in template.name and all(
        asked.get(key, value) == value for key, value in exact.items()
    )


def _span(asked: Asked) -> tuple[int, int]:
    try:
        start = int(base64.b64decode(asked["after"])) if asked.get("after") else 0
        return start, int(asked.get("limit", 25))
    except ValueError:
        raise Refusal(100, "The cursor or the limit is not valid") from None


def _cursor(place: int) -> str:
    return base64.b64encode(str(place).encode()).decode()


def _chosen(listed: dict[str, Any], fields: str) -> dict[str, Any]:
    return {key: value for key, value in listed.items() if not fields or key in ("id", *fields.split(","))}


def _summary(count: int) -> dict[str, Any]:
    counts = {"total_count": count, "message_template_count": count}
    return counts | {"message_template_limit": MOST_TEMPLATES, "are_translations_complete": True}
