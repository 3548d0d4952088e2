# SPDX-License-Identifier: EUPL-1.2
"""Totals and the clock as people see them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from playwright.sync_api import expect

from buurtwacht.alerts.services import acknowledge
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.now import deliver_now
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report
from buurtwacht.testing.cast import add_contact_point, join, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def busy_report(group, bram, anna):
    """Twenty-two neighbours: some have it at once, some later, some by mail, and one not at all."""
    for number in range(20):
        neighbour = make_person(f"Buur{number}")
        join(group, neighbour)
        if number:
            add_contact_point(neighbour)
    report = make_report(group, bram)
    with ThreadPoolExecutor(1) as elsewhere:  # Playwright keeps a loop in this thread
        elsewhere.submit(deliver_now).result()
        elsewhere.submit(connections.close_all).result()
    sent = Intent.objects.get().created_at
    for number, row in enumerate(Delivery.objects.order_by("id")):
        times = {"handed_over_at": sent + timedelta(milliseconds=60 + number)}
        if number < 17:
            times["shown_at"] = sent + timedelta(seconds=1 + number * 0.7)
        if number < 12:
            times["seen_at"] = sent + timedelta(seconds=3 + number * number * 0.4)
        channel = "email" if number % 5 == 4 else "log"
        Delivery.objects.filter(pk=row.pk).update(channel=channel, **times)
    acknowledge(report.pk, anna, "watching")
    return report


@pytest.mark.parametrize("page", ["bereik", "klok"])
def test_figures_are_fit_to_be_seen(busy_report, seen_well, bram, page):
    seen_well(f"/meldingen/{busy_report.pk}/{page}/", bram)


def test_the_clock_comes_by_itself_when_the_report_has_ended(busy_report, browser_page, anna, bram):
    close_report(busy_report, by=anna, reason="nothing_more")
    page = browser_page(person=bram)
    page.goto(f"/meldingen/{busy_report.pk}/")

    page.get_by_role("heading", name="Hoe snel iedereen het wist").wait_for()


def test_an_answer_is_kept_without_leaving_the_page(busy_report, browser_page, gerrit):
    page = browser_page(person=gerrit)
    page.goto(f"/meldingen/{busy_report.pk}/")

    with page.expect_response("**/antwoord/") as answer:
        page.get_by_text("Wij kunnen met twee").click()

    assert answer.value.ok
    page.reload()
    expect(page.get_by_role("radio", name="Wij kunnen met twee")).to_be_checked()
