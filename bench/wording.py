# SPDX-License-Identifier: EUPL-1.2
"""One text through the wording check: ordinary messages, and the worst that we know, up to 100 KB."""

import json
import os
import statistics
import time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from buurtwacht.wording.check import advise
from buurtwacht.wording.measured import rows

TURNS, LONG = 3, 100_000
WORST = (
    *(
        "a",
        "ik ",
        "ik haat ",
        "kom allemaal ",
        "moslims moeten ",
        "i d i o o t ",
        "1d!00t",
        "k*",
        "*a",
        "@",
        "idoiot ",
        "!?",
    ),
    *(
        "wie van ",
        "06-",
        "AB-12-",
        "\u200b",
        "\u0430",
        "ikhaatze",
        "zij zijn",
        '"',
        "'a ",
        "👍",
        "A ",
        "e\u0301",
        "112 gebeld ",
    ),
)


def measure() -> list[dict[str, Any]]:
    texts = [row.text for row in rows()]
    ordinary = [_milliseconds(text) for _ in range(TURNS) for text in texts][len(texts) :]
    worst = {piece: min(_milliseconds((piece * LONG)[:LONG]) for _ in range(TURNS)) for piece in WORST}
    return [
        {
            "key": "wording_ms",
            "ours": {
                "p50": round(statistics.median(ordinary), 3),
                "p99": round(statistics.quantiles(ordinary, n=100)[98], 3),
                "100 KB, the worst": round(max(worst.values()), 2),
            },
            "unit": "ms a text",
            "spread": f"{min(ordinary):.3f}–{max(ordinary):.3f} (n={len(ordinary)})",
            "limit": None,
            "ratio": None,
            "peers": {},
        }
    ]


def _milliseconds(text: str) -> float:
    start = time.perf_counter()
    advise(text)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
