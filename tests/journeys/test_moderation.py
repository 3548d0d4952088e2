# SPDX-License-Identifier: EUPL-1.2
"""Unfair words: a private word first, then a flag, hiding, a case, two administrators, an appeal, and a ban."""

import re

import pytest
from playwright.sync_api import expect
from tests.journeys import unfair as u
from tests.journeys.walking import PHONE_AT_NIGHT, PLAIN_PHONE, heading

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]
NOTE = "Dit stond onder een melding. Het programma vroeg eerst om andere woorden."
WHY = "Dit ging over waar iemand vandaan komt, en het was niet de eerste keer."
LOOKS = [
    pytest.param(PHONE_AT_NIGHT, "upheld", id="at night, the measure stays"),
    pytest.param(PLAIN_PHONE, "overturned", id="without JavaScript, the measure is taken back"),
]


@pytest.mark.parametrize(("street", "verdict"), LOOKS, indirect=["street"])
def test_from_a_private_word_to_an_appeal(street, demo, verdict):
    story = u.Story(street, demo)

    # The program speaks first. Who listens is read by all; who does not can say that it is about safety.
    u.say(story, f"Pools busje bij de poort {story.sign}")
    story.seen(story.bas, "50-eerst-dit")
    story.bas.locator("main textarea:visible").first.fill(f"Wit busje bij de poort {story.sign}")
    u.send(story.bas, u.SEND_AS_IT_IS)
    u.neighbours_read(story, f"Wit busje bij de poort {story.sign}")
    u.say(story, story.unfair)
    u.send(story.bas, u.SEND_AS_IT_IS)
    u.neighbours_read(story, story.unfair)
    assert f"Pools busje bij de poort {story.sign}" not in story.ilse.locator("main").inner_text()

    # A neighbour flags it; the writer is asked again, privately; the coordinator hides it, with a trace.
    u.flag(story)
    entry = re.search(r"/regel/([0-9a-f-]+)/", story.ilse.url)[1]
    u.keep_the_words(story)
    u.hide(story)
    u.nobody_reads(story, story.ilse, story.unfair)
    u.nobody_reads(story, story.phone_of("Bram"), story.unfair)
    story.ilse.goto(story.page)
    expect(story.ilse.locator("main")).to_contain_text("verborgen door de coördinator")
    story.seen(story.ilse, "52-verborgen")
    u.hears_that_it_was_hidden(story)

    # A case, and two administrators.
    case = u.open_case(story, entry, NOTE)
    u.propose_removal(story, case, WHY)
    u.agree(story, case)
    assert not story.bas.goto(story.page).ok

    # The member reads why, and appeals to somebody who had no part in it.
    page = u.own_case(story)
    for words in ("Ik let op mijn woorden", story.unfair, NOTE, WHY):
        expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("main")).not_to_contain_text("Ilse")
    story.seen(page, "56-eigen-zaak")
    u.appeal(story, page, f"Ik schreef in haast {story.sign}.")
    u.judge(story, f"Ik schreef in haast {story.sign}.", verdict, f"Wij lazen alles {story.sign}.")
    page.reload()
    expect(page.locator("main")).to_contain_text(f"Wij lazen alles {story.sign}.")
    story.seen(page, "59-antwoord")
    if verdict == "overturned":
        expect(page.locator("main")).to_contain_text("De maatregel is teruggenomen")
        assert u.may_read_again(story)
        return

    # Back in by another spelling of the same address.
    page = u.come_back(story, f"B.as{story.sign.upper()}+terug@GoogleMail.com")
    heading(page, "U kunt niet meedoen")
    story.seen(page, "59-niet-meedoen")
