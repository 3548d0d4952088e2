# SPDX-License-Identifier: EUPL-1.2
"""One rule of a group, by its key or by what the wording check remarked."""

import pytest

from buurtwacht.enrolment.signing.texts import rule_for_reason, rule_of, rules_of
from buurtwacht.enrolment.signing.texts.belonging import BELONGS
from buurtwacht.enrolment.signing.texts.house_rules import BY_SETTING, POINTS
from buurtwacht.groups.services import change_settings
from buurtwacht.policy.presets import PRESETS
from buurtwacht.wording.reasons import Reason


def test_every_reason_names_rules_that_exist():
    names = {name for names in BELONGS.values() for name in names.split()}

    assert set(BELONGS) == set(Reason)
    assert names <= {*POINTS, *BY_SETTING}


@pytest.mark.parametrize(
    ("reason", "key"),
    [
        ("insult", "words"),
        ("accusation", "words"),
        ("discrimination", "words"),
        ("pursuit", "no_judge"),
        ("driving", "no_judge"),
        ("publication", "keep_here"),
        ("chit_chat", "purpose"),
        ("missing_call", "call_first"),
        ("missing_behaviour", "describe_skin"),
    ],
)
def test_a_remark_belongs_to_a_rule_of_the_source(group_of, reason, key):
    point = rule_for_reason(group_of("be-politiezone"), reason)

    assert point is not None
    assert point.key == key


def test_where_driving_has_its_own_words_they_are_the_rule(group_of):
    point = rule_for_reason(group_of("nl-ede"), Reason.DRIVING, "nl")

    assert point is not None
    assert point.key == "no_judge_driving"


def test_a_source_without_such_a_rule_says_none(group_of):
    group = group_of("be-lanaken")

    assert rule_for_reason(group, Reason.INSULT) is None
    assert rule_for_reason(group, "no such reason") is None


@pytest.mark.parametrize("preset", PRESETS)
def test_what_a_remark_belongs_to_stands_in_the_rules_of_the_group(group_of, preset):
    group = group_of(preset)
    here = rules_of(group, "nl")

    assert all(rule_for_reason(group, reason, "nl") in (None, *here) for reason in Reason)


def test_a_rule_by_its_key_reads_as_in_the_list(cast):
    for point in rules_of(cast.group, "fr"):
        assert rule_of(cast.group, point.key, "fr") == point


def test_a_rule_that_the_group_no_longer_has_still_has_its_words(cast):
    before = rule_of(cast.group, "photo_police", "nl")
    group = change_settings(cast.group, {"photo": "never"})

    assert before is not None
    assert before.lead == "Foto's zijn voor de politie."
    assert "photo_police" not in {point.key for point in rules_of(group, "nl")}
    assert rule_of(group, "photo_police", "nl") == before


def test_what_is_no_rule_is_none(cast):
    assert rule_of(cast.group, "unforeseen") is None
    assert rule_of(cast.group, "") is None
