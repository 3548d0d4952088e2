# SPDX-License-Identifier: EUPL-1.2
"""What a phone tells back, from the slip in the message to the figures."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.alerts.queries import reach
from buurtwacht.delivery.models import Delivery
from buurtwacht.groups.services import end_deputy, end_membership, set_deputy
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.ids import new_id
from buurtwacht.live.folding import fold_receipts
from buurtwacht.live.models import Event, Receipt
from buurtwacht.live.tokens import read_receipt_token
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import ask_test
from buurtwacht.reports.thread.answers_registry import answer_of
from buurtwacht.testing.cast import add_contact_point


def slip_of(message):
    url = urlsplit(message.receipt_url)
    assert url.path == "/live/receipts"
    return read_receipt_token(parse_qs(url.query)["token"][0])


def tell_back(message, kind, answer="", at=None):
    slip = slip_of(message)
    Receipt.objects.create(
        delivery_id=slip.delivery_id,
        person_id=slip.person_id,
        report_id=slip.report_id,
        kind=kind,
        answer=answer,
        at=at or timezone.now(),
    )


def test_the_slip_in_a_message_names_its_delivery(report, anna, received):
    [alert] = received(anna)

    slip = slip_of(alert)

    assert (slip.person_id, slip.report_id) == (anna.pk, report.pk)
    assert Delivery.objects.get(pk=slip.delivery_id).person_id == anna.pk


def test_shown_and_seen_reach_the_figures(report, anna, gerrit, received):
    tell_back(received(anna)[0], "shown")
    tell_back(received(gerrit)[0], "seen")

    assert fold_receipts() == 2

    found = reach(report)
    assert (found.reached, found.shown, found.seen) == (2, 2, 1)


def test_an_answer_from_the_lock_screen_is_an_answer(report, anna, received, django_capture_on_commit_callbacks):
    tell_back(received(anna)[0], "acknowledged", "watching")
    Event.objects.all().delete()

    with django_capture_on_commit_callbacks(execute=True):
        fold_receipts()

    assert answer_of(report.pk, anna.pk) == "watching"
    assert reach(report).seen == 1
    assert Event.objects.filter(topic=f"person:{report.reporter_id}", name="replace").count() == 1


def test_a_mind_that_changes_twice_in_a_moment_keeps_the_last(report, anna, received):
    [alert] = received(anna)
    tell_back(alert, "acknowledged", "two")
    tell_back(alert, "acknowledged", "cannot")

    fold_receipts()

    assert answer_of(report.pk, anna.pk) == "cannot"


def test_a_receipt_that_is_faster_than_the_record_waits(report, anna):
    Receipt.objects.create(delivery_id=new_id(), person_id=anna.pk, report_id=report.pk, kind="shown")

    fold_receipts()

    receipt = Receipt.objects.get()
    assert receipt.folded_at is None
    assert receipt.due_at > timezone.now()


def test_a_phone_whose_clock_is_an_hour_slow_passes_its_test(anna, received, time_machine):
    time_machine.move_to("2026-11-23T12:00:00+01:00")
    ask_test(anna)
    [test] = received(anna)
    time_machine.shift(timedelta(seconds=3))
    tell_back(test, "shown", at=timezone.now() - timedelta(hours=1))

    fold_receipts()

    anna.refresh_from_db()
    point = ContactPoint.objects.get(person=anna, channel="log")
    assert point.proven_at >= anna.test_asked_at
    assert point.proof_seconds < 4


def test_a_test_goes_the_whole_way_and_back(anna, received, time_machine):
    time_machine.move_to("2026-11-23T02:00:00+01:00")
    add_contact_point(anna, channel="email", address="anna@voorbeeld.example")
    ask_test(anna)

    [test] = received(anna)
    assert test.title == "Proef. Er is niets aan de hand"
    assert test.urgency == "alarm"
    assert [action.id for action in test.actions] == ["seen"]

    time_machine.shift(timedelta(seconds=3))
    tell_back(test, "shown")
    fold_receipts()
    time_machine.shift(timedelta(seconds=60))
    tell_back(test, "acknowledged", "seen")
    fold_receipts()

    point = ContactPoint.objects.get(person=anna, channel="log")
    assert point.proven_at is not None
    assert 3 <= point.proof_seconds < 4, "the first sign counts"
    assert Delivery.objects.count() == 1, "a mail would prove nothing"


def test_who_left_answers_no_more_from_a_lock_screen(report, gerrit, anna, received):
    stays, leaves = received(anna)[0], received(gerrit)[0]
    end_membership(gerrit.memberships.get())
    tell_back(leaves, "acknowledged", "watching")
    tell_back(stays, "acknowledged", "watching")
    fold_receipts()

    assert list(Acknowledgement.objects.values_list("person", flat=True)) == [anna.pk]


@pytest.mark.parametrize("times", [1, 2])
def test_who_leaves_hears_nothing_more_on_an_open_screen(cast, gerrit, times):
    for _ in range(times):
        end_membership(gerrit.memberships.get())
    handle_due_lines()

    assert Event.objects.filter(topic=f"person:{gerrit.pk}", name="closed").count() == 1


def test_a_deputy_who_is_done_keeps_no_screen_of_a_coordinator(cast, gerrit):
    today = timezone.localdate()
    deputy = set_deputy(cast.anna.memberships.get(), gerrit.memberships.get(), last_day=today)
    end_deputy(deputy, by=cast.anna)
    handle_due_lines()

    assert Event.objects.filter(topic=f"person:{gerrit.pk}", name="closed").count() == 1
