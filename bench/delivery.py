# SPDX-License-Identifier: EUPL-1.2
"""What telling costs: records beside Django's own ways, a storm over push, and the same alert in a grown database.

Each part runs in an installation of its own, with its own PostgreSQL. `BENCH_SCALE=0.1` makes the grown database ten
times smaller.
"""

import json
import os
import statistics
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from buurtwacht.testing.installation import Installation
from buurtwacht.testing.peers.nginx_sink import NginxSink

WORKER_CORE, OTHER_CORE = "0", "1"
LOG = "buurtwacht.channels.log.channel.LogChannel"
SMALL, WARM, ROUNDS = 10, 10, 100
GROUPS = int(10_000 * float(os.environ.get("BENCH_SCALE", "1")))

Found = dict[str, list[float]]


def measure() -> list[dict[str, Any]]:
    with Installation() as house:
        records = _run(house, "bench.delivery_records")
    storm, single, recorded = _over_push()
    return [
        _records(records),
        _row("storm_5000_seconds", "s", storm, limit={"pushes alone": recorded}),
        _row("report_to_last_push_ms", "ms", single) | {"p95": _p95(single)},
        _growth(*_grown()),
    ]


def _grown() -> tuple[list[float], list[float]]:
    """A small and a large database that take turns, in milliseconds per alert."""
    with ExitStack() as stack:
        sides = []
        for groups in (SMALL, GROUPS):
            house = stack.enter_context(Installation(BUURTWACHT_CHANNELS=LOG))
            sides.append(stack.enter_context(house.conversation("bench.delivery_growth", str(groups))))
        for side in sides:
            assert side.hear() == "ready"
        turns = [[float(side.ask("alert")) for side in sides] for _ in range(WARM + ROUNDS)][WARM:]
    small, large = (list(times) for times in zip(*turns, strict=True))
    return small, large


def _over_push() -> tuple[list[float], list[float], float]:
    """A real worker on one core, and nginx over TLS on another: the storm, and single alerts of 100."""
    with tempfile.TemporaryDirectory() as folder, NginxSink(Path(folder), command=_on(OTHER_CORE)) as sink:
        surroundings = {
            "BUURTWACHT_CHANNELS": "buurtwacht.channels.webpush.channel.WebPushChannel",
            "BUURTWACHT_PUSH_LOOPBACK": "yes",
            "SSL_CERT_FILE": str(sink.certificate),
            "PUSH_SINK": sink.url,
        }
        with Installation(**surroundings) as house:
            groups = house.run("bench.delivery_alerts", "build")
            house.start_worker(*_on(WORKER_CORE))
            found = json.loads(house.run("bench.delivery_alerts", "measure", *groups)[-1])
    return found["storm_s"], found["single_ms"], statistics.median(found["pushing_s"])


def _on(core: str) -> list[str]:
    return ["taskset", "-c", core] if len(os.sched_getaffinity(0)) > 1 else []


def _run(house: Installation, module: str, *words: str) -> Found:
    figures: Found = json.loads(house.run(module, *words)[-1])
    return figures


def _records(found: Found) -> dict[str, Any]:
    peers = {name: round(statistics.median(found[name])) for name in ("bulk_create + update", "save() per row")}
    best = found["bulk_create + update"]
    return _row(
        "records_rows_per_second", "rows/s", found["ours"], limit={"COPY alone": _median(found["COPY alone"])}
    ) | {
        "peers": peers,
        "ratio": round(statistics.median(a / b for a, b in zip(found["ours"], best, strict=True)), 1),
        "ratio_to": "bulk_create + update",
    }


def _growth(small: Sequence[float], large: Sequence[float]) -> dict[str, Any]:
    ratio = round(statistics.median(b / a for a, b in zip(small, large, strict=True)), 2)
    return {
        "key": "growth_10_to_10000_groups",
        "ours": ratio,
        "unit": f"× (one alert to 100 in 10 and in {GROUPS:,} groups)",
        "spread": f"{statistics.median(small):.1f} ms and {statistics.median(large):.1f} ms (n={len(small)})",
        "peers": {},
        "limit": None,
        "ratio": ratio,
    }


def _row(key: str, unit: str, values: Sequence[float], limit: dict[str, float] | None = None) -> dict[str, Any]:
    spread = f"{min(values):,.3g}–{max(values):,.3g} (n={len(values)})"
    ours = _median(values)
    return {"key": key, "ours": ours, "unit": unit, "spread": spread, "limit": limit, "peers": {}, "ratio": None}


def _median(values: Sequence[float]) -> float:
    middle = statistics.median(values)
    return round(middle, 2) if middle < 1000 else float(round(middle))


def _p95(values: Sequence[float]) -> float:
    return round(sorted(values)[len(values) * 95 // 100], 1)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
