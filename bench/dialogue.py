# SPDX-License-Identifier: EUPL-1.2
"""One turn of a conversation by text: our own work from what came in to the promise to answer, database included."""

import json
import statistics
from typing import Any

from buurtwacht.testing.installation import Installation

CONVERSATIONS = 60


def measure() -> list[dict[str, Any]]:
    with Installation() as house:
        found = json.loads(house.run("bench.dialogue_turns", str(CONVERSATIONS))[-1])
    times, reading = found["turn_ms"], found["reading_ms"]
    return [
        {
            "key": "dialogue_turn_ms",
            "ours": {
                "p50": round(statistics.median(times), 1),
                "p99": round(statistics.quantiles(times, n=100)[98], 1),
                "the turn that shares": round(statistics.median(found["sharing_ms"]), 1),
                "understanding alone": round(statistics.median(reading), 2),
            },
            "unit": "ms a turn",
            "spread": f"{min(times):.1f}–{max(times):.1f} (n={len(times)})",
            "limit": None,
            "ratio": None,
            "peers": {},
        }
    ]


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
