# SPDX-License-Identifier: EUPL-1.2
"""What is hidden or erased here is taken away in the rooms of a group on other networks."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from buurtwacht.alerts.unsaying import SAID_AGAIN, UNSAID
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.now import deliver_now
from buurtwacht.groups.models import ChatRoom
from buurtwacht.groups.services import open_room
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.hiding import HideReason
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.rules import WORDS_KEPT_FOR
from buurtwacht.reports.thread.services import hide_entry, hide_report, show_entry_again
from buurtwacht.reports.thread.services.erase import erase_old_words
from buurtwacht.testing.peers.telegram import BOT, TOKEN, Telegram

WORDS = "waluwstraat"  # a place is what a room reads of a message
SHARED = "Brandgang Lijsterstraat"


@pytest.fixture
def shown(settings, cast):
    """What stands in the Telegram group of Vogelbuurt from our bot, once all is done."""
    settings.CHANNELS = ["buurtwacht.channels.telegram.room_channel.TelegramGroupChannel"]
    settings.TELEGRAM_TOKEN, settings.TELEGRAM_BOT = TOKEN, BOT
    with Telegram() as telegram:
        settings.TELEGRAM_URL = telegram.url
        chat = telegram.group(-1001)
        open_room(cast.group, "telegram_group", "-1001", by=cast.anna)

        def read():
            handle_due_lines()
            deliver_now()
            handle_due_lines()
            return "\n".join(message["text"] for message in chat.messages)

        yield read


@pytest.fixture
def report(cast, shown):
    report = make_report(cast.group, cast.bram)
    assert SHARED in shown()
    return report


@pytest.fixture
def entry(cast, report, shown):
    with transaction.atomic():
        added = add_entry(
            report,
            kind=Entry.Kind.SIGHTING,
            role=Entry.Role.MEMBER,
            author=cast.bram,
            content=Content(text="Hij loopt daar.", place=f"Z{WORDS}"),
        )
    assert WORDS in shown()
    return added


def test_a_hidden_message_is_taken_away_in_the_room(cast, report, entry, shown):
    hide_entry(entry, by=cast.anna, reason=HideReason.NOT_FOR_HERE)
    left = shown()
    assert WORDS not in left
    assert SHARED in left
    assert Intent.objects.get(kind=UNSAID).done_at


def test_shown_again_it_is_said_again_there_and_can_be_taken_away_again(cast, report, entry, shown):
    hide_entry(entry, by=cast.anna, reason=HideReason.NOT_FOR_HERE)
    shown()
    entry.refresh_from_db()
    show_entry_again(entry, by=cast.anna)
    assert shown().count(WORDS) == 1
    entry.refresh_from_db()
    hide_entry(entry, by=cast.anna, reason=HideReason.NOT_FOR_HERE)
    assert WORDS not in shown()


def test_shown_again_before_it_was_taken_away_changes_nothing_there(cast, report, entry, shown):
    hide_entry(entry, by=cast.anna, reason=HideReason.NOT_FOR_HERE)
    handle_due_lines()
    entry.refresh_from_db()
    show_entry_again(entry, by=cast.anna)
    assert shown().count(WORDS) == 1
    assert not Intent.objects.filter(kind=SAID_AGAIN).exists()


def test_of_a_hidden_report_only_stays_that_it_was_hidden(cast, report, entry, shown):
    hide_report(report, by=cast.anna, reason=HideReason.NOT_FOR_HERE)
    left = shown()
    assert WORDS not in left
    assert SHARED not in left
    assert left


def test_what_is_too_old_for_them_is_not_tried(cast, report, entry, shown):
    now = timezone.now()
    Entry.objects.update(at=now - timedelta(hours=49))
    Report.objects.update(status="closed", closed_at=now - WORDS_KEPT_FOR)
    assert erase_old_words(now)
    assert WORDS in shown()
    assert not Intent.objects.filter(kind=UNSAID).exists()


def test_erased_within_two_days_it_goes_there_too(cast, report, entry, shown):
    Report.objects.update(status="closed", closed_at=timezone.now() - WORDS_KEPT_FOR)
    assert erase_old_words(timezone.now())
    assert shown() == ""


def test_a_room_that_was_closed_meanwhile_is_left_alone(cast, report, entry, shown):
    hide_entry(entry, by=cast.anna, reason=HideReason.NOT_FOR_HERE)
    handle_due_lines()
    ChatRoom.objects.all().delete()
    assert WORDS in shown()
    assert not Delivery.objects.filter(intent_id=Intent.objects.get(kind=UNSAID).pk).exists()
