# SPDX-License-Identifier: EUPL-1.2
"""Sealed pushes per second to nginx over TLS: our channel beside pywebpush and npm's web-push.

Each sender is a process of its own on one core, nginx sits on another. They take turns, and a ratio is the median of
the ratios within a turn: neighbours on the machine slow both sides down. To measure npm's web-push as well:
`npm install --no-save --prefix bench web-push`.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from buurtwacht.testing.peers.nginx_sink import NginxSink

HERE = Path(__file__).resolve().parent
ROUNDS = 5
SINGLE_CORE = len(os.sched_getaffinity(0)) < 2

# name: messages in one turn
OURS = {"ready": 5000, "fresh": 3000, "wire": 5000, "sealing": 3000}
PEERS = {"pywebpush": 200, "pywebpush, async": 1000, "npm web-push": 1500}


def measure() -> list[dict[str, Any]]:
    turns: dict[str, list[dict[str, float]]] = {name: [] for name in (*OURS, *PEERS)}
    with tempfile.TemporaryDirectory() as folder, NginxSink(Path(folder), command=_on_core(1)) as sink:
        for _ in range(ROUNDS):
            for name, count in (OURS | PEERS).items():
                if found := _turn(name, count, sink):
                    turns[name].append(found)
    return [
        _row("push_per_second_per_core", turns, "ready", limit="wire"),
        _row("push_fresh_per_second_per_core", turns, "fresh", limit="sealing"),
    ]


def _on_core(number: int) -> list[str]:
    return [] if SINGLE_CORE else ["taskset", "-c", str(number)]


def _turn(name: str, count: int, sink: NginxSink) -> dict[str, float] | None:
    """One turn of one sender; None when it is not here."""
    certificate = str(sink.certificate)
    environment = os.environ | {
        "SSL_CERT_FILE": certificate,
        "REQUESTS_CA_BUNDLE": certificate,
        "NODE_EXTRA_CA_CERTS": certificate,
        "BUURTWACHT_PUSH_LOOPBACK": "yes",
        "BUURTWACHT_DATA": str(sink.certificate.parent / "data"),
    }
    sender = [sys.executable, "-m", "bench.push_sender", name]
    if name == "npm web-push":
        sender = ["node", str(HERE / "push_sender.cjs")]
    try:
        done = subprocess.run(
            [*_on_core(0), *sender, sink.url, str(count)],
            capture_output=True, text=True, env=environment, cwd=HERE.parent, timeout=300,
        )  # fmt: skip
    except FileNotFoundError:
        return None
    if done.returncode:
        print(f"{name} is missing: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _row(key: str, turns: dict[str, list[dict[str, float]]], ours: str, limit: str) -> dict[str, Any]:
    speeds = {name: [turn["per_second"] for turn in found] for name, found in turns.items()}
    medians = {name: round(statistics.median(found)) if found else "missing" for name, found in speeds.items()}
    here = [name for name in PEERS if speeds[name]]
    best = max(here, key=lambda name: statistics.median(speeds[name])) if here else None
    per_cpu = statistics.median(turn["per_cpu_second"] for turn in turns[ours])
    return {
        "key": key,
        "ours": float(medians[ours]),
        "unit": "pushes/s on one core",
        "spread": f"{min(speeds[ours]):,.0f}–{max(speeds[ours]):,.0f} (n={ROUNDS})",
        "limit": {f"{limit} alone": medians[limit]},
        "peers": {name: medians[name] for name in PEERS},
        "ratio": _ratio(speeds[ours], speeds[best]) if best else None,
        "ratio_to": best,
        "per_cpu_second": round(per_cpu),
    }


def _ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the ratios side by side."""
    return round(statistics.median(a / b for a, b in zip(ours, theirs, strict=False)), 1)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
