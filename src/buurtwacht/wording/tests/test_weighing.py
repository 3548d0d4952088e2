# SPDX-License-Identifier: EUPL-1.2
"""Texts that are no first report: only their language is weighed, however long they are."""

import pytest
from django import forms
from django.utils.translation import override

from buurtwacht.wording.advice import Allowed
from buurtwacht.wording.forms import WeighedForm
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.weighing import weigh


def reasons(text, **more):
    return {(advice.reason, advice.blocks) for advice in weigh(text, **more)}


def test_nothing_is_said_about_nothing():
    assert weigh("") == weigh("  \n ") == weigh("", news=True) == []


def test_news_about_a_tile_goes_another_way_and_a_plan_about_tiles_is_fine():
    assert (Reason.MUNICIPAL, False) in reasons("Er ligt een losse tegel", news=True)
    assert reasons("Losse tegels melden wij samen") == set()


def test_news_need_not_repeat_what_the_report_told():
    assert reasons("Hij loopt nu naar het park", news=True) == set()


def test_who_is_asked_to_come_to_a_meeting_gets_advice_at_most():
    call = "Kom allemaal, we pakken hem"
    assert any(blocks for _reason, blocks in reasons(call, news=True))
    assert not any(blocks for _reason, blocks in reasons(call))


def test_what_the_policy_keeps_from_neighbours_is_said_everywhere():
    assert (Reason.PLATE, True) in reasons("De bus is 12-AB-34", news=True, allowed=Allowed(plates=False))


@pytest.mark.parametrize("before", ["Wij letten op. " * 200, "Wij letten op.\n" * 200])
def test_in_a_long_text_the_last_words_are_weighed_too(before):
    text = before + "De buurman is een klootzak."
    [found] = [advice for advice in weigh(text) if advice.reason is Reason.INSULT]
    assert text[found.start : found.end] == found.found
    assert "klootzak" in found.fault


def test_the_language_of_the_page_decides():
    with override("de"):
        assert any(advice.blocks for advice in weigh("Du Arschloch"))
    with override("nl-be"):
        assert any(advice.blocks for advice in weigh("Vuile klootzak"))


def test_a_form_takes_over_what_was_said_before_and_adds_its_own():
    class Form(WeighedForm):
        weighed = ("text",)
        text = forms.CharField()

    form = Form({"text": "Wij letten op 😀", "reasons_shown": "insult nonsense"})
    assert not form.accepts()
    assert form.shown == {"insult"}
    assert form.said == "emoji insult"
    assert Form({"text": "Wij letten op 😀", "advice_seen": "1"}).accepts()
    assert not Form({"text": "Vuile klootzak", "advice_seen": "1"}).accepts()
