# SPDX-License-Identifier: EUPL-1.2
"""Writes the script that fanclient plays, and runs it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Literal

from .targets import CLIENT_CORE, Step, Target, on_core

Mode = Literal["latency", "closed", "idle"]


def play(
    client: Path, target: Target, mode: Mode, *, groups: int, members: int, times: tuple[float, float], process: int
) -> dict[str, float]:
    """One run. Raises `RuntimeError` when a connection fails or a message gets lost."""
    script = client.parent / f"{target.name}.script"
    script.write_text("\n".join(_lines(target, mode, groups, members)) + "\n")
    command = [str(client), str(script), mode, *(str(time) for time in times), ",".join(map(str, _family(process)))]
    done = subprocess.run(on_core(CLIENT_CORE, command), capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise RuntimeError(f"{target.name} {mode}: {done.stderr[-300:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    if found.get("lost"):
        raise RuntimeError(f"{target.name} lost {found['lost']} deliveries")
    return found


def _lines(target: Target, mode: Mode, groups: int, members: int) -> list[str]:
    lines = [f"A 127.0.0.1 {target.port}"]
    if target.sender_port:
        lines.append(f"B 127.0.0.1 {target.sender_port}")
    for group in range(groups):
        for _ in range(members):
            lines += [f"C R {group}", *_steps(target.join(group))]
        if mode != "idle":
            lines += [f"C S {group}", *_steps(target.start_sending()), f"P {group} {target.tell(group).hex()}"]
    if mode != "idle" and target.reply:
        lines.append(f"E {target.reply.hex()}")
    return lines


def _steps(steps: list[Step]) -> list[str]:
    return [f"{what} {data.hex()}" for what, data in steps]


def _family(process: int) -> list[int]:
    """This process and everything it started."""
    found = [process]
    for one in found:
        for thread in os.listdir(f"/proc/{one}/task"):
            found += map(int, Path(f"/proc/{one}/task/{thread}/children").read_text().split())
    return sorted(set(found))
