# SPDX-License-Identifier: EUPL-1.2
"""By text too, what a group calls no emergency goes another way first: asked once, and never with danger."""

import pytest

from buurtwacht.groups.services import change_settings
from buurtwacht.reports.models import Report

BROKEN = "jongens gooien een ruit in, Merelweg"


@pytest.fixture
def phone(telephone, cast):
    change_settings(cast.group, {"not_acute": ["vandalism"]}, by=cast.anna)
    return telephone(cast.bram)


def test_the_other_numbers_come_first_and_one_answer_leads_to_the_call(phone):
    asked = phone.says(BROKEN)
    assert "0900-8844" in asked
    assert "112" in asked
    assert "Bel nu 112" in phone.says("1")
    phone.says("gebeld")
    phone.says("1")
    assert Report.objects.get().behaviours == ["vandalism"]


@pytest.mark.parametrize("answer", ["ja", "ze zijn nu bij de Lijsterstraat", "112 bellen?", "ik zie het nu"])
def test_whoever_goes_on_telling_is_not_asked_twice(phone, answer):
    phone.says(BROKEN)
    assert "0900-8844" not in phone.says(answer)


@pytest.mark.parametrize("answer", ["nee", "bedankt", "ok", "stop", "2"])
def test_whoever_leaves_it_there_shared_nothing(phone, answer):
    phone.says(BROKEN)
    phone.says(answer)
    phone.says("gebeld")
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "jongens gooien een ruit in en slaan mijn buurman, Merelweg",
        "jongens gooien een ruit in, een heeft een mes, Merelweg",
        "112 gebeld, jongens gooien een ruit in, Merelweg",
        "man voelt aan deuren en gooit een ruit in, Merelweg",
    ],
)
def test_danger_a_call_or_another_sign_go_straight_on(phone, text):
    assert "0900-8844" not in phone.says(text)


def test_danger_that_is_told_then_leads_to_the_call(phone):
    phone.says(BROKEN)
    assert "112" in phone.says("nu heeft er een een mes")


def test_without_the_setting_nothing_is_different(telephone, cast):
    assert "0900-8844" not in telephone(cast.bram).says(BROKEN)
