# SPDX-License-Identifier: EUPL-1.2
"""What somebody else said, between quotation marks: Hij riep: "…". The writer tells of it and does not say it."""

import re

_QUOTED = re.compile(
    r"[\"“”„«»]([^\"“”„«»\n]{2,300})[\"“”„«»]"  # most quotation marks
    r"|(?<!\w)['‘’‚]([^'‘’‚\n]{2,300})['‘’](?!\w)"  # the single ones are apostrophes too
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Where the words between quotation marks stand, when the text says more than these words alone."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    outside = len(text.strip()) - sum(end - start for start, end in spans)
    return spans if outside > 2 else []
