# SPDX-License-Identifier: EUPL-1.2
"""Fixtures for every room: the cast by name, and a client that is signed in."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation

from buurtwacht.channels.base import Message
from buurtwacht.channels.log import channel as log_channel
from buurtwacht.delivery.now import deliver_now
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import Person

from . import cast as people


@pytest.fixture(autouse=True)
def the_language_of_the_installation() -> Iterator[None]:
    """A page that a test asked for may have spoken French: nothing of that is left for the next test."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def nothing_is_counted_for_the_next_test(request: pytest.FixtureRequest, django_db_blocker: Any) -> Iterator[None]:
    """What was tried how often stands in a table that is no model's: emptying a database leaves it as it is."""
    yield
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    if commits or {"transactional_db", "live_server"} & set(request.fixturenames):
        with django_db_blocker.unblock():
            cache.clear()


@pytest.fixture
def cast(db: None) -> people.Cast:
    return people.gather()


@pytest.fixture
def anna(cast: people.Cast) -> Person:
    return cast.anna


@pytest.fixture
def bram(cast: people.Cast) -> Person:
    return cast.bram


@pytest.fixture
def chantal(cast: people.Cast) -> Person:
    return cast.chantal


@pytest.fixture
def dirk(cast: people.Cast) -> Person:
    return cast.dirk


@pytest.fixture
def eva(cast: people.Cast) -> Person:
    return cast.eva


@pytest.fixture
def farid(cast: people.Cast) -> Person:
    return cast.farid


@pytest.fixture
def gerrit(cast: people.Cast) -> Person:
    return cast.gerrit


@pytest.fixture
def hanna(cast: people.Cast) -> Person:
    return cast.hanna


@pytest.fixture
def group(cast: people.Cast) -> WatchGroup:
    return cast.group


@pytest.fixture
def login() -> Callable[[Person], Client]:
    """A client that is signed in as this person, second factor included."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["second_factor"] = True
        session.save()
        return client

    return sign_in


@pytest.fixture
def by_day() -> Iterator[None]:
    """Noon, at whatever hour the tests run: news that is no alarm waits for the end of the night."""
    noon = (timezone.localtime() + timedelta(days=1)).replace(hour=12, minute=0)
    with time_machine.travel(noon):
        yield


@pytest.fixture
def received() -> Callable[[Person], list[Message]]:
    """What reached this person on the log channel, oldest first. Does first whatever waits to be done."""
    log_channel.forget_all()

    def read(person: Person) -> list[Message]:
        handle_due_lines()
        deliver_now()
        return log_channel.received(f"log:{person.email}")

    return read
