# SPDX-License-Identifier: EUPL-1.2
"""A list of 5,000 members with 200 faulty lines of every kind: read, checked against the register, and looked at."""

import json
import statistics
from typing import Any

from buurtwacht.testing.installation import Installation

LINES, FAULTS = 5000, 200


def measure() -> list[dict[str, Any]]:
    with Installation() as house:
        found = json.loads(house.run("bench.member_list_read", str(LINES), str(FAULTS))[-1])
    read, preview = found["read_s"], found["preview_s"]
    return [
        {
            "key": "list_of_5000_seconds",
            "ours": {
                "read and checked": round(statistics.median(read), 2),
                "preview page": round(statistics.median(preview), 3),
            },
            "unit": "s",
            "spread": f"{min(read):.2f}–{max(read):.2f} (n={len(read)})",
            "limit": {"parsing alone": round(statistics.median(found["parse_s"]), 2)},
            "ratio": None,
            "peers": {},
        }
    ]


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
