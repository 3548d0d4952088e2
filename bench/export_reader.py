# SPDX-License-Identifier: EUPL-1.2
"""A WhatsApp export of a million lines, read from the first to the last; and the same as a JSON document.

chat-miner is measured when `BENCH_CHAT_MINER` names a Python that has it: it is no dependency of ours.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

LINES, TURNS = 1_000_000, 5
WORDS = [
    *("auto", "deur", "bus", "nummer", "verdacht", "richting", "noord", "gezien", "twee", "mensen", "Iepenstraat"),
    *("politie", "gebeld", "bedankt", "oké", "café", "🚨", "lawaai", "man", "vrouw", "loopt", "rijdt", "weg", "aan"),
]

OURS = """
from buurtwacht.dossiers.exports.reader import chat_in
from buurtwacht.dossiers.exports.as_json import json_of
def work(file):
    chat = chat_in(file)
    return sum(map(len, chat.batches())) if how == "read" else sum(map(len, json_of(chat)))
"""
LIMIT = """
import io
def work(file):
    return sum(1 for _ in io.TextIOWrapper(file, encoding="utf-8"))
"""
CHAT_MINER = """
from chatminer.chatparsers import WhatsAppParser
def work(file):
    parser = WhatsAppParser(file.name)
    parser.parse_file()
    return len(parser.parsed_messages.get_df())
"""
AROUND = """
import json, resource, sys, time
path, how = sys.argv[1:]
{work}
with open(path, "rb") as file:
    start, busy = time.perf_counter(), time.process_time()
    found = work(file)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
print(json.dumps([seconds, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, busy]))
"""


def measure() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chat.txt"
        write_export(path, LINES)
        turns = [(_run(OURS, path), _run(OURS, path, "json"), _run(LIMIT, path)) for _ in range(TURNS)]
        peer = os.environ.get("BENCH_CHAT_MINER", "")
        theirs = _run(CHAT_MINER, path, python=peer) if peer else None
    read, document, lines = ([turn[way] for turn in turns] for way in range(3))
    seconds = [found[0] for found in read]
    return [
        {
            "key": "export_reader_seconds",
            "ours": {
                "read": round(statistics.median(seconds), 2),
                "of which CPU": round(statistics.median(found[3] for found in read), 2),
                "as JSON": round(statistics.median(found[0] for found in document), 2),
                "MB": round(max(found[2] for found in [*read, *document])),
            },
            "unit": f"s for {LINES:,} lines",
            "spread": f"{min(seconds):.2f}–{max(seconds):.2f} (n={TURNS})",
            "limit": {"decoding the lines alone": round(statistics.median(found[0] for found in lines), 2)},
            "ratio": round(statistics.median(ours[0] / limit[0] for ours, limit in zip(read, lines, strict=True)), 1),
            "peers": {
                "chat-miner": {"s": round(theirs[0], 1), "MB": round(theirs[2])} if theirs else "missing",
            },
        }
    ]


def write_export(path: Path, count: int) -> None:
    """A chat of a busy group: names and numbers, some media, lines about the group, messages of several lines."""
    chance, at, written = random.Random(1), datetime(2023, 1, 1, tzinfo=UTC), 0
    names = [f"Buur {number}" for number in range(100)] + [f"+31 6 000000{number:02}" for number in range(30)]
    with path.open("w", encoding="utf-8") as file:
        while written < count:
            at += timedelta(seconds=chance.randrange(1, 120))
            kind, said = chance.random(), " ".join(chance.choices(WORDS, k=chance.randrange(3, 25)))
            said = "<Media weggelaten>" if kind < 0.05 else said
            file.write(
                f"{at:%d/%m/%Y, %H:%M} - {chance.choice(names)}{' is toegevoegd' if kind > 0.995 else ': ' + said}\n"
            )
            written += 1
            while chance.random() < 0.1 and written < count:
                file.write(" ".join(chance.choices(WORDS, k=6)) + "\n")
                written += 1


def _run(work: str, path: Path, how: str = "read", python: str = sys.executable) -> list[float]:
    script = AROUND.format(work=work)
    found = subprocess.run([python, "-c", script, str(path), how], capture_output=True, text=True, check=True)
    return json.loads(found.stdout.splitlines()[-1])  # type: ignore[no-any-return]


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
