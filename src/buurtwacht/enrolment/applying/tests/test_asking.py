# SPDX-License-Identifier: EUPL-1.2
"""The form of each preset, field by field."""

from dataclasses import replace

import pytest

from buurtwacht.enrolment.applying.asking import Situation, fields_for
from buurtwacht.enrolment.applying.purposes import PURPOSES
from buurtwacht.policy.presets import PRESETS

ADDRESS = ("postcode", "house_number", "street", "town")
WHO = (*ADDRESS, "first_name", "family_name", "email", "phone")
PARENTS = ("age", "guardian_name", "guardian_email")
EXPECTED = {
    "be-politiezone": (*WHO, *PARENTS, "serves", "agreed_to_transfer"),
    "nl-binnenbijster": (*WHO, "is_adult", "serves"),
    "be-gemeente": (*WHO, "is_adult", "serves"),
    "nl-ede": (*WHO, "kind", "is_adult", "serves"),
    "be-lanaken": (*WHO, "is_adult", "serves"),
    "nl": (*WHO, "kind", "is_adult", "serves"),
    "be": (*WHO, "kind", "is_adult", "serves"),
    "be-bin": (*WHO, "kind", "is_adult", "serves"),
}


@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_asks_exactly_its_fields(preset):
    assert fields_for(PRESETS[preset], Situation()) == EXPECTED[preset]


def test_every_field_says_what_it_is_for():
    everything = {name for names in EXPECTED.values() for name in names}

    assert everything | {"street_is_right", "wants_to_coordinate", "national_number"} == set(PURPOSES)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_national_number_is_asked_nowhere_by_default(preset):
    assert "national_number" not in fields_for(PRESETS[preset], Situation())


@pytest.mark.parametrize(("preset", "asked"), [("be-politiezone", True), ("be", False), ("nl", False)])
def test_it_is_asked_only_where_belgian_police_check_and_an_authorisation_is_recorded(preset, asked):
    policy = replace(PRESETS[preset], national_number_authorisation="FO 12/2026")

    assert ("national_number" in fields_for(policy, Situation())) is asked


def test_somebody_who_is_signed_in_is_not_asked_for_an_address_that_we_know():
    assert "email" not in fields_for(PRESETS["nl"], Situation(is_signed_in=True))


def test_who_would_like_to_coordinate_is_asked_where_nobody_does():
    assert "wants_to_coordinate" in fields_for(PRESETS["nl"], Situation(needs_coordinator=True))


def test_no_form_is_long():
    """Three minutes at most (R069): few fields, most of which a browser fills in by itself."""
    assert all(len(fields_for(policy, Situation())) <= 13 for policy in PRESETS.values())
    assert min(len(fields_for(policy, Situation())) for policy in PRESETS.values()) == 10
