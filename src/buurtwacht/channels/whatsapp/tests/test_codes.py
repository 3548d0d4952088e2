# SPDX-License-Identifier: EUPL-1.2
"""Every code of Meta, and what follows from it."""

import asyncio
from datetime import UTC, datetime

import pytest

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.notebook import Trouble
from buurtwacht.channels.whatsapp.codes import Verdict, verdict_on

from .test_sending import GIST

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
EVERY = {
    Verdict.LATER: [2, 131000, 131016, 131056, 131057, 999999],
    Verdict.SLOWER: [4, 80007, 130429, 133016],
    Verdict.ELSEWHERE: [131026, 131021, 131050, 131049, 130472, 131062],
    Verdict.CLOSED: [131047],
    Verdict.STOPPED: [190, 10, 200, 299, 368, 131031, 131042, 131048],
    Verdict.FULL: [131064],
    Verdict.FORM: [132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018],
    Verdict.MISTAKE: [100, 131008, 131009, 131051],
}
CASES = [(code, verdict) for verdict, codes in EVERY.items() for code in codes]


@pytest.mark.parametrize(("code", "verdict"), CASES)
def test_a_code_has_one_meaning(code, verdict):
    assert verdict_on(code) is verdict


@pytest.mark.parametrize(("code", "verdict"), CASES)
def test_a_refusal_with_this_code(send, anna, meta, book, code, verdict):
    meta.told_later.clear()
    meta.fails(code)
    failure = send()
    assert isinstance(failure, DeliveryFailed)
    assert failure.reason.startswith(f"{code}: ")
    assert not failure.gone
    assert not failure.unknown
    later = verdict in (Verdict.LATER, Verdict.SLOWER, Verdict.STOPPED)
    assert failure.permanent is not later
    assert bool(failure.retry_after) is (verdict is Verdict.SLOWER or code == 131056)
    assert failure.only_there is (code == 131056)
    told = {trouble.about for trouble in book.told.values()}
    assert bool(told) is (verdict in (Verdict.STOPPED, Verdict.FULL, Verdict.FORM))
    assert book.begun_since("whatsapp", LONG_AGO) == 0  # nobody got anything, so nobody counts


def test_an_id_that_does_not_exist_is_about_the_settings(send, anna, meta, settings, book):
    settings.WHATSAPP_PHONE_ID = "1"
    failure = send()
    assert isinstance(failure, DeliveryFailed)
    assert not failure.permanent
    assert ("whatsapp", "100", "account") in book.told


def test_too_much_slows_down_more_and_more(channel, send, anna, meta):
    clock = [1000.0]
    channel.account._clock = lambda: clock[0]
    meta.fails(130429, times=4)
    pauses = []
    for _ in range(4):
        pauses.append(send().retry_after)
        clock[0] += pauses[-1]
    assert pauses == [1, 2, 4, 8]
    assert isinstance(send(), Receipt)
    clock[0] += 61
    meta.fails(130429, times=1)
    assert send().retry_after == 1


def test_a_stopped_account_is_left_in_peace_and_tried_again(channel, send, anna, meta, book):
    clock = [1000.0]
    channel.account._clock = lambda: clock[0]
    meta.fails(131042)
    first, second = send(), send()
    assert (first.code, second.code) == (131042, 131042)
    assert not first.permanent
    meta.recovers()
    assert isinstance(send(), DeliveryFailed)  # not asked
    clock[0] += 31
    assert isinstance(send(), Receipt)
    assert not book.told  # the operator reads that it works again


def test_a_paused_template_gives_way_to_one_that_says_less(send, anna, approved, book):
    approved["alarm", "nl"].pause()
    assert isinstance(send(gist=None, language="nl"), Receipt)
    outcome = send(gist=GIST, language="nl")
    assert isinstance(outcome, Receipt)
    assert anna.inbox[-1].template.name == "buurt_bericht"
    assert ("whatsapp", "132015", "buurt_alarm/nl") in book.told


def test_a_template_that_works_again_is_used_again(channel, send, anna, approved, book):
    clock = [1000.0]
    channel.shelf._clock = lambda: clock[0]
    approved["alarm", "nl"].pause()
    send(gist=GIST)
    approved["alarm", "nl"].approve()
    send(gist=GIST)
    clock[0] += 601
    send(gist=GIST)
    assert [message.template.name for message in anna.inbox] == ["buurt_bericht", "buurt_bericht", "buurt_alarm"]
    assert not book.told


def test_a_trouble_of_an_earlier_process_is_taken_back_when_it_works(send, anna, book):
    book.note_trouble("whatsapp", Trouble("190", "account"))
    book.note_trouble("whatsapp", Trouble("daily_limit"))
    send()
    assert not book.told


def test_a_template_that_is_broken_in_one_language_goes_in_that_of_the_installation(send, anna, approved):
    approved["alarm", "fr"].disable()
    send(gist=GIST, language="fr")
    assert (anna.inbox[-1].template.name, anna.inbox[-1].template.language) == ("buurt_alarm", "nl")


def test_without_any_template_the_next_way_is_taken_at_once(send, anna, approved):
    for template in approved.values():
        template.disable()
    failure = send(gist=GIST)
    assert isinstance(failure, DeliveryFailed)
    assert failure.permanent
    again = send(gist=GIST)
    assert again.reason == "no template can be used"


def test_what_is_not_approved_is_not_tried_once_we_looked(channel, send, anna, approved, meta):
    approved["alarm", "nl"].reject()

    async def look() -> None:
        await channel.prepare([])
        await channel.close()

    asyncio.run(look())
    send(gist=GIST)
    assert anna.inbox[-1].template.name == "buurt_bericht"
    assert not channel.shelf.is_old
