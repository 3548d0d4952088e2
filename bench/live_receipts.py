# SPDX-License-Identifier: EUPL-1.2
"""Receipts taken and stored by one hub on one core, from 200 connections that each wait for their answer."""

import json
import os
import select
import socket
import time
from pathlib import Path

from .fan.targets import CLIENT_CORE, SERVER_CORE, on_core

CALLERS, SECONDS, ROUNDS = 200, 3.0, 3
PREPARED = 60_000


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    os.sched_setaffinity(0, {int(CLIENT_CORE) % (os.cpu_count() or 1)})
    import django

    django.setup()
    from buurtwacht.live.models import Receipt
    from buurtwacht.testing.hub import RunningHub, hub_options

    speeds, by_cpu = [], []
    with RunningHub(hub_options(), wrap=lambda command: on_core(SERVER_CORE, command)) as hub:
        assert hub.process
        for _ in range(ROUNDS):
            requests = [_request() for _ in range(PREPARED)]
            before, kept, start = _cpu(hub.process.pid), Receipt.objects.count(), time.perf_counter()
            answered = _send(hub.port, requests)
            seconds = time.perf_counter() - start
            assert Receipt.objects.count() - kept == answered
            speeds.append(answered / seconds)
            by_cpu.append(answered / (_cpu(hub.process.pid) - before))
    print(json.dumps({"per_second": speeds, "per_cpu_second": by_cpu}))


def _request() -> bytes:
    from buurtwacht.lib.ids import new_id
    from buurtwacht.live.tokens import receipt_token

    body = json.dumps({"token": receipt_token(new_id(), new_id(), new_id()), "kind": "seen"})
    return f"POST /live/receipts HTTP/1.1\r\nHost: hub\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


def _send(port: int, requests: list[bytes]) -> int:
    """Send until the time is up; wait for what is still open. Returns how many were answered."""
    callers = [socket.create_connection(("127.0.0.1", port)) for _ in range(CALLERS)]
    watching = select.epoll()
    by_file = {caller.fileno(): caller for caller in callers}
    for number, caller in by_file.items():
        caller.sendall(requests.pop())
        watching.register(number, select.EPOLLIN)
    answered, open_ones, end = 0, len(callers), time.perf_counter() + SECONDS
    while open_ones:
        for number, _ in watching.poll(5):
            assert by_file[number].recv(4096).startswith(b"HTTP/1.1 204")
            answered += 1
            if requests and time.perf_counter() < end:
                by_file[number].sendall(requests.pop())
            else:
                open_ones -= 1
    for caller in callers:
        caller.close()
    return answered


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
