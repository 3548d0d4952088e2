# SPDX-License-Identifier: EUPL-1.2
"""What a group calls no emergency goes another way first, and nobody in danger is held up by it (C19, R103)."""

import pytest

from buurtwacht.groups.services import change_settings
from buurtwacht.policy.model import Sign
from buurtwacht.policy.presets import PRESETS, policy_for
from buurtwacht.reports.content import Content, PersonCard
from buurtwacht.reports.models import Behaviour, Calling, Report
from buurtwacht.reports.rules import Step, is_no_emergency, next_step
from buurtwacht.wording.danger import tells_danger

from .walker import Walker

POLICY = policy_for("nl", {"not_acute": ["vandalism", "wanders"]})
BROKEN = {"behaviours": ["vandalism"], "place": "Lijsterstraat", "in_sight": "now"}
SEEN = Content(behaviours=("vandalism",), place="Merelweg", in_sight="now")


@pytest.fixture
def group(cast):
    return change_settings(cast.group, {"not_acute": ["vandalism", "wanders"]}, by=cast.anna)


def test_every_sign_of_the_policy_is_one_of_the_form_and_none_of_them_is_violence():
    assert {sign.value for sign in Sign} < set(Behaviour.values)
    never = {"violence", "missing", "tries_doors", "carries_tools", "other"}
    assert {sign.value for sign in Behaviour} - {sign.value for sign in Sign} == never


@pytest.mark.parametrize("preset", PRESETS)
def test_where_the_group_chose_nothing_every_sign_may_be_an_emergency(preset):
    everything = Content(behaviours=tuple(sign.value for sign in Sign), place="Merelweg", in_sight="now")
    assert next_step(everything, PRESETS[preset]) is Step.ALARM


@pytest.mark.parametrize("signs", [("vandalism",), ("wanders",), ("vandalism", "wanders")])
def test_only_signs_that_are_no_emergency_here_go_another_way(signs):
    content = Content(behaviours=signs, text="Ze trekken planten uit", place="Merelweg", in_sight="now")
    assert next_step(content, POLICY) is Step.ELSEWHERE
    assert next_step(content, POLICY, in_doubt=True) is Step.ELSEWHERE
    assert next_step(content, POLICY, insists=True) is Step.ALARM


@pytest.mark.parametrize(
    "facts",
    [
        {"behaviours": ("vandalism", "violence")},
        {"behaviours": ("vandalism", "missing")},
        {"behaviours": ("vandalism", "other")},
        {"behaviours": ()},
        {"danger": "weapon"},
        {"danger": "wounded"},
        {"text": "Ze slaan mijn buurman"},
        {"text": "Er staat een auto in brand"},
        {"text": "He has a knife"},
        {"text": "Un homme est blessé"},
        {"text": "Sie bedrohen jemanden, er blutet"},
        {"supposed": "Hij heeft denk ik een MES bij zich"},
        {"persons": (PersonCard(carries="honkbalknuppel"),)},
    ],
)
def test_danger_never_goes_another_way(facts):
    told = {"behaviours": ("vandalism",), "place": "Merelweg", "in_sight": "now"} | facts
    assert not is_no_emergency(Content(**told), POLICY)


def test_who_called_already_decided_that_it_was_an_emergency(cast, group, login):
    walk = Walker(login(cast.bram)).press("share", called="on", **BROKEN)
    assert walk.page.status_code == 302
    assert Report.objects.get().behaviours == ["vandalism"]


@pytest.mark.parametrize("text", ["", "Ze gooien vuilniszakken om", "Two boys paint a wall", "Brandgang Lijsterstraat"])
def test_ordinary_words_are_no_danger(text):
    assert not tells_danger(text)


def test_the_other_ways_and_one_tap_more_to_the_call(cast, group, login):
    walk = Walker(login(cast.bram)).press("call", **BROKEN)

    assert walk.at == "elsewhere"
    assert 'href="tel:09008844"' in walk.text
    assert 'href="tel:112"' in walk.text
    assert Calling.objects.count() == 0
    assert walk.press("insist").at == "alarm"
    assert Calling.objects.count() == 1
    assert walk.press("called").at == "app"
    assert walk.press("share").page.status_code == 302
    assert Report.objects.get().behaviours == ["vandalism"]


def test_the_municipality_is_one_of_the_ways_where_the_group_says_so(cast, login):
    settings = {"not_acute": ["vandalism"], "municipal_number": "14 0318"}
    change_settings(cast.group, settings, by=cast.anna)
    assert 'href="tel:140318"' in Walker(login(cast.bram)).press("call", **BROKEN).text


def test_danger_ticked_on_the_other_screen_leads_on(cast, group, login):
    walk = Walker(login(cast.bram)).press("call", **BROKEN)
    assert walk.press("message", danger=["weapon"]).at == "alarm"


def test_nothing_that_was_told_is_lost_on_the_way(cast, group, login):
    walk = Walker(login(cast.bram)).press("call", words="Jongens trekken planten uit", **BROKEN)
    assert "Jongens trekken planten uit" in walk.text
    assert "Jongens trekken planten uit" in walk.press("insist").press("called").preview
