# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from buurtwacht.lib.ids import new_id
from buurtwacht.live.services import publish
from buurtwacht.live.tokens import stream_token
from buurtwacht.testing.hub import RunningHub, hub_options
from buurtwacht.testing.screens import Screen


@pytest.fixture
def start_hub(transactional_db: None) -> Iterator[Callable[..., RunningHub]]:
    """Starts hubs with the options that a test wants, and ends them."""
    running: list[RunningHub] = []

    def start(**changes: Any) -> RunningHub:
        hub = RunningHub(hub_options(**changes))
        running.append(hub)
        return hub

    yield start
    for hub in running:
        hub.kill()


@pytest.fixture
def hub(start_hub: Callable[..., RunningHub]) -> RunningHub:
    return start_hub()


@pytest.fixture
def topic() -> str:
    """A topic that no other test uses."""
    return f"group:{new_id()}:nl"


@pytest.fixture
def tell() -> Callable[..., int]:
    """Publishes in a transaction of its own."""

    def publish_now(topic: str, html: str = "<li>x</li>", event: str = "entry") -> int:
        with transaction.atomic():
            return publish(topic, event, html)

    return publish_now


@pytest.fixture
def tell_from_a_thread(tell: Callable[..., int]) -> Callable[..., int]:
    """The same, for another thread: it leaves no connection behind."""

    def publish_now(*args: str) -> int:
        try:
            return tell(*args)
        finally:
            connection.close()

    return publish_now


@pytest.fixture
def open_screen(hub: RunningHub) -> Iterator[Callable[..., Screen]]:
    """Opens a stream at the hub for somebody new."""
    screens: list[Screen] = []

    def show(*topics: str, after: int | None = None, **changes: Any) -> Screen:
        screen = Screen(hub.port, stream_token(new_id(), topics), after, **changes)
        screens.append(screen)
        return screen

    yield show
    for screen in screens:
        screen.socket.close()
