# SPDX-License-Identifier: EUPL-1.2
"""What is over can be told in the weekly information: first to the coordinator, never as an alarm (R104, R140)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from buurtwacht.delivery.models import Intent, Priority
from buurtwacht.groups.models import InfoNote, Membership
from buurtwacht.reports.models import Report
from buurtwacht.reports.tests.walker import SEEN, Walker

URL = "/groepen/vogelbuurt/melden/info/"
OVER = SEEN | {"in_sight": "gone", "words": "Vannacht ingebroken in onze schuur"}
SENT = {"send": "yes", "words": "Vannacht ingebroken in onze schuur."}


@pytest.mark.usefixtures("by_day")
def test_what_is_over_goes_to_the_coordinator_with_the_words_that_were_told(cast, login, received):
    neighbour = login(cast.bram)
    walk = Walker(neighbour).press("call", **OVER)
    assert walk.at == "elsewhere"
    assert f'formaction="{URL}"' in walk.text

    page = neighbour.post(URL, OVER).content.decode()
    assert "Vannacht ingebroken in onze schuur." in page
    assert str(OVER.get("place", "Lijsterstraat")) in page
    assert not InfoNote.objects.exists()  # nothing is kept before it is sent

    assert neighbour.post(URL, SENT).url == "/"
    note = InfoNote.objects.get()
    assert (note.state, note.role, note.words) == ("waiting", "neighbour", SENT["words"])
    assert received(cast.anna)[-1].urgency == "notice"
    assert received(cast.gerrit) == []
    assert not Report.objects.exists()
    assert not Intent.objects.filter(priority=Priority.ALARM).exists()


def test_an_insult_is_refused_and_the_words_stay(cast, login):
    words = "De buurman is een klootzak"
    page = login(cast.bram).post(URL, {"send": "yes", "words": words, "advice_seen": "1"})
    assert words in page.content.decode()
    assert not InfoNote.objects.exists()


def test_who_may_not_write_for_a_while_is_told_so_and_loses_nothing(cast, login):
    Membership.objects.filter(person=cast.bram).update(suspended_until=timezone.now() + timedelta(days=1))
    page = login(cast.bram).post(URL, SENT).content.decode()
    assert "nog niet schrijven" in page
    assert SENT["words"] in page
    assert not InfoNote.objects.exists()


def test_nobody_offers_without_end(cast, login):
    neighbour = login(cast.bram)
    for _time in range(6):
        last = neighbour.post(URL, SENT)
    assert last.status_code == 200
    assert InfoNote.objects.count() == 5


def test_another_group_has_no_such_page(cast, login):
    assert login(cast.farid).post(URL, SENT).status_code == 404


@pytest.mark.browser
def test_with_a_script_the_words_go_along_and_the_draft_goes_when_they_are_sent(cast, bram, browser_page):
    page = browser_page(person=bram)
    page.goto("/groepen/vogelbuurt/melden/")
    page.fill("#id_words", "Vannacht ingebroken in onze schuur.")
    page.fill("#id_place", "Lijsterstraat")
    page.check('input[name="in_sight"][value="gone"]')
    page.click(f'[formaction="{URL}"]')
    page.wait_for_selector("form[data-draft]")
    expect(page.locator("#id_words")).to_have_value("Vannacht ingebroken in onze schuur. Lijsterstraat.")
    assert page.evaluate("localStorage.length") == 1
    page.click('button[name="send"]')
    expect(page).to_have_url("/")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('melding')).length") == 0
    assert InfoNote.objects.get().state == "waiting"
