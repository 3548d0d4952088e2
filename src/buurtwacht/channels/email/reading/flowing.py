# SPDX-License-Identifier: EUPL-1.2
"""Text in which a line that ends with a space goes on in the next one (RFC 3676)."""

import re

QUOTED = re.compile(r">*")
SIGNATURE = "-- "


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """The same with whole paragraphs; the depth of quotes stays in front. `delete_space` is the parameter DelSp."""
    lines: list[str] = []
    open_depth = -1  # of a paragraph that goes on; -1: none
    for raw in text.splitlines():
        marks = QUOTED.match(raw)
        depth = marks.end() if marks else 0
        line = raw[depth:].removeprefix(" ")
        flows = line.endswith(" ") and line != SIGNATURE
        words = line[:-1] if flows and delete_space else line
        if open_depth == depth and line != SIGNATURE:
            lines[-1] += words
        else:
            lines.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if flows else -1
    return "\n".join(lines)
