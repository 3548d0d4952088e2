# SPDX-License-Identifier: EUPL-1.2
"""The operator sees how each channel does, and nobody by name."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from buurtwacht.channels.base import Allowance, Message
from buurtwacht.channels.notebook import Trouble, notebook
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.outcomes import row
from buurtwacht.delivery.pool import Pool
from buurtwacht.delivery.records import write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.delivery.services import intend
from buurtwacht.delivery.watching import _state_of, write_states
from buurtwacht.lib.ids import new_id
from buurtwacht.pages.channel_board import board
from buurtwacht.people.services import claim_code

State = Delivery.State


@pytest.fixture
def eva(eva, settings):
    settings.OPERATORS = [eva.email]
    return eva


def lamp_of(kind: str):
    return next(lamp for lamp in board() if lamp.figures.kind == kind)


def watched(kind: str = "log", failures: int = 0, **states: object) -> None:
    """One worker looks after the channel."""
    pool = Pool(channels()[kind])
    pool.breaker.note(worked=0, failed=failures)
    now = timezone.now()
    state = _state_of(kind, pool, [kind], "here:1", now)
    for name, value in states.items():
        setattr(state, name, value)
    write_states([state], now)


def told(state: str, **fields: object) -> None:
    with transaction.atomic():
        intent = intend("test", new_id(), priority=0, valid_for=timedelta(hours=1))
    to = Recipient(new_id(), new_id(), "log", "roost", Message(title="", body="", url=""))
    write([row(intent, to, state, timezone.now(), **fields)])


def test_what_a_provider_says_about_our_account_is_read_here(db):
    watched()
    notebook().note_trouble("log", Trouble("PAUSED", "buurt_alarm/nl"))
    lamp = lamp_of("log")
    assert lamp.state == "trouble"
    assert "PAUSED" in lamp.advice[0]
    assert "buurt_alarm/nl" in lamp.advice[0]
    notebook().note_trouble("log", Trouble("", "buurt_alarm/nl", is_over=True))
    assert lamp_of("log").state == "well"


@pytest.mark.parametrize(("ceiling", "state"), [(0, "well"), (1000, "well"), (90, "busy"), (75, "trouble")])
def test_what_messages_about_no_group_cost_is_told(db, settings, ceiling, state):
    watched()
    settings.COMMON_CEILING = ceiling
    told(State.HANDED_OVER, attempts=1)
    Delivery.objects.update(cost=75)
    assert lamp_of("log").state == "well"  # an alarm counts on no ceiling
    Intent.objects.update(priority=2)
    lamp = lamp_of("log")
    assert lamp.state == state
    assert ("geen groep" in " ".join(lamp.advice)) == (state != "well")


@pytest.mark.parametrize(("ceiling", "state"), [(0, "well"), (1000, "well"), (90, "busy"), (75, "trouble")])
def test_what_codes_cost_is_told(db, settings, monkeypatch, ceiling, state):
    watched()
    settings.CODES_CEILING = 100_000
    monkeypatch.setattr(type(channels()["log"]), "price", lambda self, message, address: 75)
    claim_code("log", "roost", new_id())
    settings.CODES_CEILING = ceiling
    lamp = lamp_of("log")
    assert lamp.state == state
    assert ("Wat codes deze maand mogen kosten" in " ".join(lamp.advice)) == (state != "well")


def test_a_channel_that_works_needs_no_advice(db):
    watched()
    told(State.HANDED_OVER, attempts=1)
    lamp = lamp_of("log")
    assert (lamp.state, lamp.advice, lamp.figures.taken) == ("well", (), 1)
    assert lamp.figures.slowest < timedelta(seconds=5)


def test_a_breaker_that_is_open_is_trouble(db):
    watched(failures=50)
    lamp = lamp_of("log")
    assert lamp.state == "trouble"
    assert lamp.figures.open_until > timezone.now()


def test_refusals_say_their_commonest_reason(db):
    watched()
    told(State.FAILED, attempts=1, error="410: the address is gone")
    lamp = lamp_of("log")
    assert lamp.state == "trouble"
    assert lamp.figures.errors == (("410: the address is gone", 1),)


def test_quiet_hours_are_no_trouble(db):
    watched()
    told(State.GIVEN_UP, error="quiet_hours")
    lamp = lamp_of("log")
    assert (lamp.state, lamp.figures.failed) == ("well", 0)


def test_a_limit_that_is_nearly_used_up_is_said_beforehand(db):
    watched(allowances=[{"what": "Refused", "left": 3, "of": 250}])
    lamp = lamp_of("log")
    assert lamp.state == "busy"
    assert lamp.allowances[0]["what"] == "Geweigerd"


def test_what_a_channel_has_left_is_written_down(db, monkeypatch):
    monkeypatch.setattr(type(channels()["log"]), "allowances", lambda self: [Allowance("Refused", 7, 9)])
    watched()
    assert lamp_of("log").figures.allowances == [{"what": "Refused", "left": 7, "of": 9}]


def test_a_channel_that_no_worker_looks_after_is_trouble(db):
    assert lamp_of("log").state == "trouble"


def test_the_page_shows_it_and_names_nobody(eva, login):
    watched(failures=50)
    told(State.DUE_AGAIN, attempts=2, due_at=timezone.now(), error="503: trouble on their side")
    answer = login(eva).get("/beheer/kanalen/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "503: trouble on their side" in page
    assert "roost" not in page
    part = login(eva).get("/beheer/kanalen/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part


def test_an_operator_needs_a_second_factor(eva, client):
    client.force_login(eva, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/beheer/kanalen/").status_code == 302


def test_for_everybody_else_there_is_no_such_page(eva, anna, login):
    assert login(anna).get("/beheer/kanalen/").status_code == 404


@pytest.mark.browser
def test_the_page_looks_well(eva, seen_well):
    watched(failures=50)
    watched("email", allowances=[{"what": "Refused", "left": 180, "of": 250}])
    told(State.DUE_AGAIN, attempts=2, due_at=timezone.now(), error="503: trouble on their side")
    seen_well("/beheer/kanalen/", eva, "kanalen")
