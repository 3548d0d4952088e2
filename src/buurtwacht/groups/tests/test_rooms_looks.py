# SPDX-License-Identifier: EUPL-1.2
"""The page of rooms in a real browser: nothing attached, a code that waits, and a room that is open or lost."""

import pytest
from playwright.sync_api import expect

from buurtwacht.groups.services import mark_rooms_gone, open_room
from buurtwacht.testing.browser import keep_picture

NETWORKS = [
    "buurtwacht.channels.log.channel.LogChannel",
    "buurtwacht.channels.matrix.room_channel.MatrixRoomChannel",
    "buurtwacht.channels.signal.room_channel.SignalGroupChannel",
]
SIGNAL_GROUP = "Pmpi+EfPWmsxiomLe9Nx2XF9HOE483p6iKiFj65iMwI="


@pytest.fixture
def networks(settings):
    settings.CHANNELS = NETWORKS
    settings.MATRIX_SERVER_NAME = "buurt.example"


def test_nothing_is_attached(seen_well, cast, networks):
    seen_well("/bureau/vogelbuurt/ruimtes/", cast.anna, name="ruimtes-geen")


def test_one_is_open_and_one_was_lost(seen_well, cast, networks):
    open_room(cast.group, "matrix_room", "!kamer:buurt.example", by=cast.anna)
    mark_rooms_gone([open_room(cast.group, "signal_group", SIGNAL_GROUP, by=cast.anna).pk])
    seen_well("/bureau/vogelbuurt/ruimtes/", cast.anna, name="ruimtes-open")


def test_a_room_is_made(seen_well, cast, networks):
    seen_well("/bureau/vogelbuurt/ruimtes/nieuw/matrix_room/", cast.anna, name="ruimtes-nieuw")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_code_waits(browser_page, cast, networks, width):
    page = browser_page(person=cast.anna, width=width, javascript=False)
    page.goto("/bureau/vogelbuurt/ruimtes/")
    page.locator("button[value=matrix_room]").click()
    expect(page.get_by_text("!koppel KAMER-")).to_be_visible()
    expect(page.get_by_text("@buurtwacht:buurt.example")).to_be_visible()
    keep_picture(page, "ruimtes-code", width, dark=False)
