# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text[start:end] == found`. `value` is how it is written in the register."""

    start: int
    end: int
    found: str
    value: str
