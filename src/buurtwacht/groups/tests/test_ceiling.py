# SPDX-License-Identifier: EUPL-1.2
"""What a group pays for messages this month, and where that stops."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from buurtwacht.channels.base import Message
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.outcomes import row
from buurtwacht.delivery.records import write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.delivery.services import intend
from buurtwacht.groups.ceiling import allowance_of, ceiling_of, month_of, spending_of
from buurtwacht.groups.desk_registry import meters_of, tasks_for
from buurtwacht.groups.services import set_ceiling
from buurtwacht.journal.models import Line
from buurtwacht.lib.ids import new_id

PAGE = "/bureau/vogelbuurt/groep/kosten/"
NOTHING = Message(title="", body="", url="")


def pay(group, *costs: int, channel: str = "sms") -> Intent:
    """Messages that were handed over for the group."""
    with transaction.atomic():
        intent = intend("test", new_id(), priority=0, valid_for=timedelta(hours=1), payer_id=group.pk)
    rows = [
        row(intent, Recipient(new_id(), new_id(), channel, "", NOTHING), Delivery.State.HANDED_OVER, timezone.now())
        for _ in costs
    ]
    write([made._replace(cost=cost) for made, cost in zip(rows, costs, strict=True)])
    return intent


def test_what_was_spent_is_added_up_per_channel(group):
    pay(group, 75, 75)
    pay(group, 90, channel="voice")
    pay(group, 0, channel="webpush")

    spending = spending_of(group)

    assert spending.per_channel == {"sms": 150, "voice": 90}
    assert spending.spent == 240
    assert spending.lines()[0] == ("sms", 0.15)


def test_a_month_begins_by_the_clock_of_the_group(group):
    with time_machine.travel(datetime(2026, 10, 31, 23, 30, tzinfo=UTC)):  # half past midnight in Ede
        assert month_of(group) == datetime(2026, 10, 31, 23, 0, tzinfo=UTC)


def test_last_month_is_past(group):
    intent = pay(group, 500)
    Intent.objects.filter(pk=intent.pk).update(created_at=month_of(group) - timedelta(seconds=1))
    assert spending_of(group).spent == 0


@pytest.mark.parametrize(
    ("installed", "own", "most"), [(0, None, 0), (20_000, None, 20_000), (20_000, 0, 0), (20_000, 5000, 5000)]
)
def test_a_group_may_say_something_else_than_the_installation(group, settings, installed, own, most):
    settings.MONTHLY_CEILING = installed
    set_ceiling(group, own)
    group.refresh_from_db()
    assert ceiling_of(group) == most
    allowance = allowance_of(group.pk)
    assert (allowance.most if allowance else 0) == most


def test_who_is_no_group_has_no_ceiling(db, settings):
    settings.MONTHLY_CEILING = 20_000
    assert allowance_of(new_id()) is None


def test_a_new_ceiling_is_on_record_once(cast):
    for _ in range(2):
        set_ceiling(cast.group, 5000, by=cast.anna)
    [line] = Line.objects.filter(action="group.ceiling_changed")
    assert (line.subject_id, line.facts["ceiling"]) == (cast.group.pk, 5000)


@pytest.mark.parametrize(("spent", "told"), [(3900, False), (4000, True), (5000, True), (9000, True)])
def test_the_coordinator_is_warned_at_four_fifths(cast, spent, told):
    group = set_ceiling(cast.group, 5000)
    pay(group, spent)
    assert ("group_costs" in [task.kind for task in tasks_for(group, cast.anna)]) is told


def test_the_desk_shows_whole_euros_rounded_up(group):
    group = set_ceiling(group, 20_000)
    pay(group, 3001)
    assert (4, 20) in [(meter.value, meter.most) for meter in meters_of(group)]


def test_the_page_shows_what_was_spent_and_takes_a_ceiling(cast, login):
    client = login(cast.anna)
    pay(cast.group, 3200)
    assert "€ 3,20" in client.get(PAGE).content.decode()

    client.post(PAGE, {"euros": "4,00"})

    cast.group.refresh_from_db()
    assert cast.group.monthly_ceiling == 4000
    page = client.get(PAGE).content.decode()
    assert "€ 3,20 van € 4,00" in page
    assert "bijna bereikt" in page


def test_no_ceiling_and_the_standard_are_different_things(cast, login):
    client = login(cast.anna)
    client.post(PAGE, {"euros": "0"})
    cast.group.refresh_from_db()
    assert cast.group.monthly_ceiling == 0
    client.post(PAGE, {"euros": ""})
    cast.group.refresh_from_db()
    assert cast.group.monthly_ceiling is None


@pytest.mark.parametrize("typed", ["-1", "twintig", "99999999", "1,999"])
def test_nonsense_is_answered_with_a_sentence_and_changes_nothing(cast, login, typed):
    set_ceiling(cast.group, 5000)
    page = login(cast.anna).post(PAGE, {"euros": typed})
    cast.group.refresh_from_db()
    assert page.status_code == 200
    assert cast.group.monthly_ceiling == 5000
    assert typed in page.content.decode()


def test_members_do_not_see_it(cast, login):
    assert login(cast.bram).get(PAGE).status_code == 404
