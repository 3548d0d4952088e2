# SPDX-License-Identifier: EUPL-1.2
"""The pages about the test in a real browser."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.alerts.proof.services import end_due_tests, start_test
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.services import SHOWN, take_receipts
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.services import sign_confidentiality
from buurtwacht.testing.browser import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = "/bureau/vogelbuurt/proefalarm/"


def deliver():
    """Playwright keeps a loop in this thread."""
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(deliver_now).result()
        elsewhere.submit(connections.close_all).result()


@pytest.fixture
def a_year_of_tests(group, anna, bram, gerrit):
    """Eight months of figures, the last of which missed two; Anna promised to keep things private."""
    sign_confidentiality(group, anna, written(strokes="", name="Anna", place="Ede"))
    for month in range(1, 8):
        at = timezone.now() - timedelta(days=30 * month)
        TestAlarm.objects.create(
            group=group, at=at, ended_at=at + timedelta(hours=3), told=84, proven=84 - 2 * month, half_seconds=2
        )
    test = start_test(group, is_loud=False)
    deliver()
    told = Delivery.objects.filter(channel="log", priority=2).exclude(person_id__in=[bram.pk, gerrit.pk])
    take_receipts((pk, SHOWN, timezone.now()) for pk in told.values_list("pk", flat=True))
    TestAlarm.objects.filter(pk=test.pk).update(at=timezone.now() - timedelta(hours=25))
    end_due_tests()
    return test


def test_the_page_is_fit_to_be_seen(seen_well, anna, a_year_of_tests):
    seen_well(PAGE, anna, "proefalarm")


def test_before_the_first_test_it_is_fit_to_be_seen(seen_well, anna):
    seen_well(PAGE, anna, "proefalarm-leeg")


def test_a_test_by_hand_is_fit_to_be_seen_and_moves(browser_page, seen_well, anna, monkeypatch):
    monkeypatch.setattr("buurtwacht.alerts.proof.services.is_by_day", lambda local: True)
    seen_well(f"{PAGE}nu/", anna, "proefalarm-nu")
    page = browser_page(person=anna)
    page.goto(f"{PAGE}nu/")
    page.get_by_label("Zonder geluid").check()
    page.get_by_role("button", name="Beproef de telefoon").click()
    page.get_by_text("De proef is onderweg").wait_for()
    page.get_by_role("heading", name="0 van 0 telefoons laten het zien").wait_for()
    deliver()
    page.get_by_role("heading", name="0 van 3 telefoons laten het zien").wait_for()
    assert_accessible(page)


def test_without_a_script_a_test_can_be_held(browser_page, anna, monkeypatch):
    monkeypatch.setattr("buurtwacht.alerts.proof.services.is_by_day", lambda local: True)
    page = browser_page(person=anna, javascript=False)
    page.goto(PAGE)
    page.get_by_role("link", name="Houd nu een proef").click()
    page.get_by_label("Met het geluid").check()
    page.get_by_role("button", name="Beproef de telefoon").click()
    page.get_by_text("Er is een proef bezig").wait_for()
