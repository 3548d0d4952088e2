# SPDX-License-Identifier: EUPL-1.2
"""Where is this? The area and the group of a point, among 10,000 areas with real-sized borders."""

import json
import statistics
from typing import Any

from buurtwacht.testing.installation import Installation

AREAS = 10_000


def measure() -> list[dict[str, Any]]:
    with Installation() as house:
        found = json.loads(house.run("bench.places_find", str(AREAS))[-1])
    times = found["ms"]
    return [
        {
            "key": "find_among_10000_areas_ms",
            "ours": {
                "p50": round(statistics.median(times), 2),
                "p99": round(statistics.quantiles(times, n=100)[98], 2),
                "map in memory, MB": found["mb"],
                "reading the map, s": found["read_s"],
            },
            "unit": "ms",
            "spread": f"{min(times):.2f}–{max(times):.2f} (n={len(times)})",
            "limit": {"the tree alone": round(statistics.median(found["tree_ms"]), 3)},
            "ratio": None,
            "peers": {},
        }
    ]


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
