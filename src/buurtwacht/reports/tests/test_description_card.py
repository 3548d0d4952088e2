# SPDX-License-Identifier: EUPL-1.2
"""The printed card says what the form asks, in every language, and nothing that this policy leaves out (R127)."""

import pytest
from django.utils import translation

from buurtwacht.enrolment.welcome.leaflets import leaflets_for
from buurtwacht.enrolment.welcome.papers import pack_pdf
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.forms import PersonForm, VehicleForm


def card(policy):
    [leaflet] = [one for one in leaflets_for(policy) if one.code == "signalement"]
    return " ".join(f"{title} {text}" for title, text in leaflet.lines(policy.emergency_number))


@pytest.mark.parametrize("language", ["nl", "nl-be", "fr", "de", "en"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_field_of_the_form_stands_on_the_card_with_its_choices(preset, language):
    policy = PRESETS[preset]
    with translation.override(language):
        told = card(policy)
        for form in (PersonForm(None, number=0, policy=policy), VehicleForm(None, number=0, policy=policy)):
            for name, field in form.fields.items():
                assert str(field.label) in told, name
                for code, label in getattr(field, "choices", ()):
                    assert not code or str(label) in told, name


def test_what_the_policy_leaves_out_is_not_on_the_card():
    assert "Huidskleur" in card(PRESETS["nl"])
    assert "Huidskleur" not in card(PRESETS["be"])
    assert "Kenteken" in card(PRESETS["nl"])
    with translation.override("nl-be"):
        assert "Nummerplaat" not in card(PRESETS["be-bin"])


def test_the_card_is_in_the_pack_that_is_printed(group):
    assert pack_pdf(group).startswith(b"%PDF")
