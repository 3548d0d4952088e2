# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.policy.model import SkinColour
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.content import Content, Location, PersonCard, PhotoSeal, VehicleCard, filtered, read, unseal
from buurtwacht.reports.content.seal import keeps_a_plate_for_the_police, sealed
from buurtwacht.reports.forms import PersonForm
from buurtwacht.reports.models import Entry

MAN = PersonCard(sex="man", age="30", clothing="Donkere jas", skin_colour="light")
VAN = VehicleCard(kind="van", colour="Wit", plate="V-38", plate_is_partial=True, place="Merelweg")
FULL = Content(
    title="Man voelt aan achterpoorten",
    behaviours=("tries_doors",),
    location=Location(52.0412, 5.6631),
    seen_at=datetime(2026, 3, 1, 20, 12, tzinfo=UTC),
    persons=(MAN,),
    vehicles=(VAN,),
    photos=(PhotoSeal(id="1", digest="ab", description="Achterkant van de bus"),),
)


def test_what_is_written_is_read_back_the_same():
    assert Content.from_json(FULL.to_json()) == FULL


def test_what_is_empty_takes_no_room_so_that_a_new_field_does_not_change_old_digests():
    assert Content(text="Iets").to_json() == {"text": "Iets"}


def test_an_entry_from_a_newer_program_can_be_read():
    assert Content.from_json({"text": "Iets", "hologram": 1}).text == "Iets"


@given(some.builds(PersonCard, clothing=some.text(), face=some.text()), some.text())
def test_any_text_survives(card, text):
    content = Content(text=text, persons=(card,))
    assert Content.from_json(content.to_json()) == content


@pytest.mark.parametrize(("preset", "told"), [("nl", "light"), ("be-politiezone", "light"), ("be", ""), ("be-bin", "")])
def test_skin_colour_follows_the_policy(preset, told):
    assert filtered(FULL, PRESETS[preset]).persons[0].skin_colour == told


def test_skin_colour_is_never_the_only_thing_told():
    alone = replace(FULL, persons=(PersonCard(skin_colour="dark"),))
    assert filtered(alone, PRESETS["nl"]).persons == ()


def test_skin_colour_needs_two_other_traits_and_a_behaviour():
    one_trait = replace(FULL, persons=(replace(MAN, age="", clothing=""),))
    no_behaviour = replace(FULL, behaviours=())
    assert filtered(one_trait, PRESETS["nl"]).persons[0].skin_colour == ""
    assert filtered(no_behaviour, PRESETS["nl"]).persons[0].skin_colour == ""


@pytest.mark.parametrize("preset", PRESETS)
def test_skin_colour_is_as_was_decided_optional_last_and_off_where_the_rules_leave_it_out(preset):
    """C9: the second of the two settings by default; off in our advice for Belgium and in a network of the circular."""
    policy = PRESETS[preset]
    form = PersonForm(None, number=0, policy=policy)
    assert (policy.skin_colour == SkinColour.OFF) == (preset in ("be", "be-bin"))
    assert ("skin_colour" in form.fields) == (policy.skin_colour == SkinColour.AFTER_TWO_TRAITS)
    assert "skin_colour" not in [bound.name for bound in form.first_fields()]
    assert not any(field.required for field in form.fields.values())


def kept(preset):
    policy = PRESETS[preset]
    return Entry(content=sealed(filtered(FULL, policy), policy))


def test_in_the_netherlands_neighbours_read_the_plate():
    assert read(kept("nl")).vehicles == (VAN,)


def test_in_belgium_the_plate_is_sealed_for_the_police():
    entry = kept("be")

    assert "V-38" not in str(read(entry))
    assert unseal(entry).vehicles == (VAN,)
    assert keeps_a_plate_for_the_police(entry)


def test_a_bin_keeps_no_plate_at_all():
    entry = kept("be-bin")

    assert unseal(entry).vehicles[0].plate == ""
    assert "V-38" not in str(entry.content)
    assert not keeps_a_plate_for_the_police(entry)


def test_an_erased_entry_reads_as_empty():
    assert read(Entry(content=None)) == unseal(Entry(content=None)) == Content()
