# SPDX-License-Identifier: EUPL-1.2
"""The whole way: publish() in a Django transaction, PostgreSQL's bell, the hub, the last of 100 screens."""

import json
import os
import select
import statistics
import time

from .fan.targets import CLIENT_CORE, SERVER_CORE, on_core

SCREENS, ROUNDS = 100, 200


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    os.sched_setaffinity(0, {int(CLIENT_CORE) % (os.cpu_count() or 1)})
    import django

    django.setup()
    from buurtwacht.testing.hub import RunningHub, hub_options

    with RunningHub(hub_options(), wrap=lambda command: on_core(SERVER_CORE, command)) as hub:
        took = sorted(_rounds(hub.port))
    print(json.dumps({"last_ms": [statistics.median(took)], "p95_ms": [took[len(took) * 95 // 100]]}))


def _rounds(port: int) -> list[float]:
    from django.db import transaction

    from buurtwacht.lib.ids import new_id
    from buurtwacht.live.services import publish
    from buurtwacht.live.tokens import stream_token
    from buurtwacht.testing.screens import Screen

    topic = f"group:{new_id()}:nl"
    screens = [Screen(port, stream_token(new_id(), [topic])) for _ in range(SCREENS)]
    watching = select.epoll()
    for screen in screens:
        assert screen.status == 200
        watching.register(screen.socket, select.EPOLLIN)
    by_file = {screen.socket.fileno(): screen for screen in screens}
    time.sleep(0.5)
    for screen in screens:
        screen.socket.recv(4096)
    took = []
    for turn in range(-10, ROUNDS):
        mark = f"<li>turn {turn} {'x' * 600}</li>"
        start = time.perf_counter()
        with transaction.atomic():
            publish(topic, "entry", mark)
        waiting = set(by_file)
        while waiting:
            for number, _ in watching.poll(5):
                if mark.encode() in by_file[number].socket.recv(65536):
                    waiting.discard(number)
        if turn >= 0:
            took.append((time.perf_counter() - start) * 1000)
        time.sleep(0.01)
    return took


if __name__ == "__main__":
    main()
