# SPDX-License-Identifier: EUPL-1.2
"""Who asks for codes again and again does not make an installation pay without end."""

from datetime import UTC, datetime

import pytest
import time_machine

from buurtwacht.channels.base import Channel
from buurtwacht.channels.registry import channels
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.lib.limits import TEXTS
from buurtwacht.people.models import Connecting
from buurtwacht.people.queries import codes_spending
from buurtwacht.people.services import claim_code, send_code

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)


class Texts(Channel):
    kind, label, thousandths = "sms", "SMS", 75

    def price(self, message, address):
        return self.thousandths


class Calls(Texts):
    kind, label, thousandths = "voice", "Bellen", 90


@pytest.fixture(autouse=True)
def ceiling(monkeypatch, settings, db):
    for channel in (Texts(), Calls()):
        monkeypatch.setitem(channels(), channel.kind, channel)
    settings.CODES_CEILING = 150
    with time_machine.travel(NOON) as clock:
        yield clock


def claim(last: int, channel: str = "sms") -> None:
    claim_code(channel, f"+316123456{last:02}", new_id())


def test_all_codes_together_stay_below_the_ceiling(ceiling):
    claim(1)
    claim(2, "voice")
    with pytest.raises(DomainError, match="vanaf 1 december weer wel"):
        claim(3)
    assert codes_spending() == {"sms": 75, "voice": 90}

    ceiling.move_to(datetime(2026, 12, 1, 11, tzinfo=UTC))
    claim(3)
    assert codes_spending() == {"sms": 75}


def test_who_is_refused_keeps_what_there_was_and_reads_another_way(bram):
    claim(1)
    claim(2)
    with pytest.raises(DomainError, match="per mail en op deze site"):
        send_code(bram, "sms", "+31612345678")
    assert not Connecting.objects.exists()


def test_what_was_refused_for_its_number_costs_nothing(settings):
    settings.CODES_CEILING = 100_000
    for _time in range(TEXTS.most):
        claim(1)
    with pytest.raises(DomainError, match="te veel codes"):
        claim(1)
    assert codes_spending() == {"sms": TEXTS.most * 75}


@pytest.mark.parametrize(("price", "most"), [(0, 150), (75, 0)])
def test_without_a_price_or_a_ceiling_only_the_numbers_count(settings, monkeypatch, price, most):
    monkeypatch.setattr(Texts, "thousandths", price)
    settings.CODES_CEILING = most
    for last in range(5):
        claim(last)
    assert codes_spending() == {}
