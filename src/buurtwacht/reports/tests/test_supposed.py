# SPDX-License-Identifier: EUPL-1.2
"""What was seen and what is only supposed are two things, from the form to whoever reads it (R107)."""

import re

import pytest
from django.utils import translation

from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.compose import message_of, title_of
from buurtwacht.reports.compose.supposed import supposed_sentences, supposed_words
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.hints import texts_of
from buurtwacht.reports.looks import description_in, refusal_for_looks
from buurtwacht.reports.models import Report
from buurtwacht.reports.neighbouring import content_for_neighbours
from buurtwacht.reports.rules import says_what_happens
from buurtwacht.testing.browser import assert_accessible, assert_fits, keep_picture

from .stories import make_report, told
from .test_compose import EDE
from .walker import SEEN, URL, Walker

GUESS = "Ze zoeken een fiets"
MARKED = "Vermoeden: Ze zoeken een fiets."


@pytest.fixture
def walk(cast, login):
    return Walker(login(cast.bram))


def test_it_is_kept_apart_and_read_back_the_same():
    content = told(supposed=GUESS)
    assert content.to_json()["supposed"] == GUESS
    assert content.to_json()["text"] == "Man voelt aan achterpoorten."
    assert Content.from_json(content.to_json()) == content


def test_an_entry_of_before_has_no_supposition():
    assert "supposed" not in told().to_json()
    assert Content.from_json({"text": "Iets"}).supposed == ""
    assert supposed_words(Content.from_json(None)) == ""


def test_it_is_marked_and_stands_behind_all_that_was_seen():
    message = message_of(told(supposed=GUESS), PRESETS["nl"], EDE)
    assert message.supposed == MARKED
    assert message.text.splitlines()[-1] == MARKED
    assert not any(GUESS in part for part in (message.title, message.place, *message.paragraphs))


@pytest.mark.parametrize("text", ["", "Man voelt aan achterpoorten."])
def test_it_is_never_in_the_title(text):
    assert GUESS.casefold() not in title_of(told(text=text, supposed=GUESS, behaviours=())).casefold()


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Supposition : Un vol."), ("de", "Vermutung: Un vol."), ("en", "Supposed: Un vol.")]
)
def test_who_reads_it_in_another_language_reads_that_it_is_supposed(language, words):
    with translation.override(language):
        assert supposed_words(Content(supposed="un vol")).casefold() == words.casefold()


def test_every_sentence_can_be_marked():
    assert supposed_sentences(Content(supposed="Ze zoeken iets. Ze horen samen")) == (
        "Vermoeden: Ze zoeken iets. Vermoeden: Ze horen samen."
    )
    assert supposed_sentences(Content(supposed="  ")) == ""


def test_a_supposition_alone_says_not_what_happens():
    assert not says_what_happens(Content(supposed="Hij breekt in"))
    assert not description_in(Content(supposed="Hij breekt in bij de buren")).behaviour


def test_looks_in_it_count_and_behaviour_in_it_does_not():
    content = Content(text="Jongen met pet", supposed="Donkere man met baard, hij breekt in")
    assert description_in(content).skin
    assert refusal_for_looks(content, PRESETS["nl"]) is not None


def test_the_wording_check_weighs_it():
    assert ("supposed", GUESS) in list(texts_of(told(supposed=GUESS)))


def test_from_the_form_to_the_group(walk):
    walk.press("call", **SEEN, supposed=GUESS).press("called")
    assert walk.at == "app"
    assert f'<p class="bw-soft">{MARKED}</p>' in walk.preview
    walk.press("share")

    report = Report.objects.get()
    content = read(report.entries.get())
    assert (content.text, content.supposed) == (SEEN["words"], GUESS)
    assert report.title == "Man voelt aan achterpoorten"


def test_going_back_keeps_it(walk):
    walk.press("call", **SEEN, supposed=GUESS).press("called").press("notice")
    assert re.search(rf'<input[^>]*name="supposed"[^>]*value="{GUESS}"', walk.text)


def test_an_accusation_in_it_must_change_first(walk):
    walk.press("call", **SEEN, supposed="Dat is de dief van laatst").press("called").press("share")
    assert Report.objects.count() == 0
    assert 'data-focus-on="id_supposed"' in walk.text
    assert 'value="notice" data-again data-focus-on="id_supposed"' in walk.text


def test_a_supposition_without_anything_seen_goes_no_further(walk):
    walk.press("call", supposed=GUESS, place="Merelweg", in_sight="now")
    assert walk.at == "notice"


def test_a_neighbouring_group_is_not_told(group, bram):
    report = make_report(group, bram, content=told(supposed=GUESS))
    assert GUESS not in str(content_for_neighbours(report).to_json())


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_it_is_fit_to_be_seen_with_a_script(browser_page, bram):
    page = browser_page(person=bram)
    page.goto(URL)
    page.get_by_text("Voelt aan deuren of poorten").click()
    page.get_by_label("Vertel het kort").fill("Man voelt aan achterpoorten.")
    page.get_by_label("Wat ik vermoed, maar niet zag").fill(GUESS)
    page.get_by_label("Of schrijf de straat").fill("Lijsterstraat")
    page.get_by_text("Ja, ik zie het nu").click()
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "vermoeden-1", 360, dark=False)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("button", name=re.compile("Ik heb gebeld")).click()
    page.get_by_text(MARKED).wait_for()
    assert_accessible(page)
    keep_picture(page, "vermoeden-2", 360, dark=False)
