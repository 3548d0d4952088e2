# SPDX-License-Identifier: EUPL-1.2
"""The hub beside the limit of the machine, nchan and mosquitto.

Each server is one process on core 0, a C client on core 1 plays all screens. Servers take turns, and a ratio is the
median of the ratios within a turn: neighbours on the machine slow all of them down.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from buurtwacht.testing.own_database import OwnDatabase

from .fan.client import Mode, play
from .fan.peers import Mosquitto, Nchan
from .fan.targets import Limit, OurHub, Target, build, say_missing

ROUNDS = 7
LATENCY = {"groups": 1, "members": 100, "times": (60, 20)}  # rounds, milliseconds between them
CLOSED = {"groups": 50, "members": 100, "times": (2, 0.5)}  # seconds, and seconds to warm up
IDLE = {"groups": 50, "members": 100, "times": (1, 0)}

Found = dict[str, list[dict[str, float]]]


def measure() -> list[dict[str, Any]]:
    """Five figures about the hub, and how long an event takes from the transaction to the last screen."""
    with tempfile.TemporaryDirectory() as name, _installation() as database:
        folder = Path(name)
        client = build("fanclient", folder)
        targets = [OurHub(folder, database=database), Limit(folder), Nchan(folder), Mosquitto(folder)]
        here = [target for target in targets if not target.missing()]
        for target in targets:
            if target not in here:
                say_missing(target)
        latency = _take_turns(client, here, "latency", LATENCY)
        closed = _take_turns(client, here, "closed", CLOSED)
        idle = _each_time_anew(client, here[0], "idle", IDLE)
        told = _alone("bench.live_publish", database)
        receipts = _alone("bench.live_receipts", database)
    return [
        _row("live_last_of_100_vs_limit", "last_ms", "ms", latency),
        _row("live_closed_loop_vs_limit", "deliveries_s", "deliveries/s", closed)
        | {"per_cpu_second": round(statistics.median(run["per_server_cpu_s"] for run in closed["hub"]))},
        _plain("live_kb_per_connection", "KB", [found["kb_per_conn"] for found in idle]),
        _plain(
            "live_connects_per_cpu_second",
            "connects per CPU second",
            [found["conns"] / max(found["connect_cpu_s"], 0.01) for found in idle],
        ),
        _plain("receipts_per_second", "receipts/s", receipts["per_second"])
        | {"per_cpu_second": round(statistics.median(receipts["per_cpu_second"]))},
        _plain("live_publish_to_last_of_100_ms", "ms", told["last_ms"]) | {"p95": told["p95_ms"][0]},
    ]


@contextmanager
def _installation() -> Iterator[OwnDatabase]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    database = OwnDatabase(settings.DATA / "secrets")  # the same secrets, for we sign the tokens here
    try:
        yield database
    finally:
        database.remove()


def _take_turns(client: Path, targets: list[Target], mode: Mode, shape: dict[str, Any]) -> Found:
    """All servers run side by side, and one at a time is played with."""
    found: Found = {target.name: [] for target in targets}
    with ExitStack() as stack:
        processes = [stack.enter_context(_running(target)) for target in targets]
        for _ in range(ROUNDS):
            for target, process in zip(targets, processes, strict=True):
                found[target.name].append(play(client, target, mode, process=process.pid, **shape))
    return found


def _each_time_anew(client: Path, target: Target, mode: Mode, shape: dict[str, Any]) -> list[dict[str, float]]:
    """For memory: a process that has grown before does not grow again."""
    found = []
    for _ in range(3):
        with _running(target) as process:
            found.append(play(client, target, mode, process=process.pid, **shape))
    return found


@contextmanager
def _running(target: Target) -> Iterator[subprocess.Popen[bytes]]:
    process = target.start()
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _alone(module: str, database: OwnDatabase) -> dict[str, list[float]]:
    done = subprocess.run(
        [sys.executable, "-m", module], capture_output=True, text=True, check=True, env=database.environment
    )
    figures: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _row(key: str, figure: str, unit: str, found: Found) -> dict[str, Any]:
    values = {name: [run[figure] for run in runs] for name, runs in found.items()}
    limit = values["limit"]
    ratios = {name: _ratio(runs, limit) for name, runs in values.items() if name != "limit"}
    peers = {name: ratios.get(name, "missing") for name in ("nchan", "mosquitto")}
    return _plain(key, unit, values["hub"]) | {
        "limit": statistics.median(limit),
        "ratio": ratios["hub"],
        "peers": peers,  # of the limit too
        "peer_values": {name: statistics.median(values[name]) for name in peers if name in values},
    }


def _plain(key: str, unit: str, values: list[float]) -> dict[str, Any]:
    spread = f"{min(values):,.3g}–{max(values):,.3g} (n={len(values)})"
    return {"key": key, "ours": statistics.median(values), "unit": unit, "spread": spread}


def _ratio(values: list[float], limit: list[float]) -> float:
    """The median of the ratios side by side."""
    return round(statistics.median(a / b for a, b in zip(values, limit, strict=True)), 2)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
