# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.test import Client

from buurtwacht.live import tokens
from buurtwacht.live.queries import place_of_a_fresh_page
from buurtwacht.live.services import close_streams, publish


def ask(client: Client, topics_token: str):
    return client.post("/live/token", {"topics": topics_token})


def test_an_open_page_gets_a_fresh_token_for_the_topics_it_was_given(bram, login):
    answer = ask(login(bram), tokens.topics_token(bram.pk, ["group:1:nl"]))

    claim = tokens.read_stream_token(answer.json()["token"])
    assert (claim.person_id, claim.topics) == (bram.pk, ("group:1:nl",))
    assert "no-store" in answer["Cache-Control"]


def test_who_is_not_signed_in_gets_none(bram):
    assert ask(Client(), tokens.topics_token(bram.pk, ["group:1:nl"])).status_code == 401


def test_farid_cannot_use_brams_page(bram, farid, login):
    assert ask(login(farid), tokens.topics_token(bram.pk, ["group:1:nl"])).status_code == 410


@pytest.mark.parametrize("nonsense", ["", "x", "t1.e30.x", "\x00"])
def test_a_page_that_we_did_not_make_gets_a_sentence(bram, login, nonsense):
    answer = ask(login(bram), nonsense)

    assert answer.status_code == 410
    assert answer.json()["message"] == "Laad deze pagina opnieuw."


def test_a_stream_token_does_not_ask_for_the_next(bram, login):
    assert ask(login(bram), tokens.stream_token(bram.pk, ["group:1:nl"])).status_code == 410


def test_a_page_from_before_a_change_of_rights_is_loaded_again(bram, farid, login):
    page, his = tokens.topics_token(bram.pk, ["group:1:nl"]), tokens.topics_token(farid.pk, ["group:2:nl"])
    close_streams(bram.pk)

    assert ask(login(bram), page).status_code == 410
    assert ask(login(farid), his).status_code == 200


def test_a_page_that_was_being_made_at_that_moment_too(bram, login, time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    close_streams(bram.pk)
    time_machine.shift(timedelta(seconds=5))
    assert ask(login(bram), tokens.topics_token(bram.pk, ["group:1:nl"])).status_code == 410

    time_machine.shift(timedelta(seconds=6))
    assert ask(login(bram), tokens.topics_token(bram.pk, ["group:1:nl"])).status_code == 200


def test_a_page_may_stay_open_for_a_day(bram, login, time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    page, client = tokens.topics_token(bram.pk, ["group:1:nl"]), login(bram)
    time_machine.shift(timedelta(hours=23))
    assert ask(client, page).status_code == 200

    time_machine.shift(timedelta(hours=2))
    assert ask(client, page).status_code == 410


def test_getting_is_not_asking(bram, login):
    assert login(bram).get("/live/token").status_code == 405


def test_a_fresh_page_hears_the_last_half_minute_again(db, time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    assert place_of_a_fresh_page() == 0
    first = publish("group:1:nl", "entry", "")
    assert place_of_a_fresh_page() == first - 1

    time_machine.shift(timedelta(seconds=40))
    publish("group:1:nl", "entry", "")
    assert place_of_a_fresh_page() == first
