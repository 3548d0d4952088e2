# SPDX-License-Identifier: EUPL-1.2
import json
from functools import cache
from pathlib import Path


@cache
def nasty_strings() -> tuple[str, ...]:
    """The big list of naughty strings: what people, programs and attackers put in fields (data/LICENSE-blns)."""
    return tuple(json.loads((Path(__file__).parent / "data" / "blns.json").read_text(encoding="utf-8")))
