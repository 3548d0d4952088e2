# SPDX-License-Identifier: EUPL-1.2
"""Icons from Tabler (MIT), drawn in the page itself: no request, and they take the colour of the text."""

import re
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).resolve().parent / "icons"
_SHAPE = re.compile(r'<(?:path|circle|rect|line)(?![^>]*stroke="none")[^>]*>')


@cache
def shapes(name: str) -> SafeString:
    """The drawing itself. A name that we don't have draws nothing: a page must not fail for want of an icon."""
    try:
        text = (FOLDER / f"{name}.svg").read_text()
    except FileNotFoundError:
        return SafeString("")
    return mark_safe("".join(_SHAPE.findall(text)))  # noqa: S308 - our own files


def icon(name: str, css: str = "") -> SafeString:
    """An icon beside its word. Screen readers skip it, since the word is there."""
    return format_html(
        '<svg class="bw-icon{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>',
        f" {css}" if css else "",
        shapes(name),
    )
