# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.content import PersonCard
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.hints import hints_for
from buurtwacht.testing.cast import gather

from .stories import told


def hints(group, **facts):
    facts = {"persons": (), "vehicles": ()} | facts
    return hints_for(Draft(id=new_id(), group=group, content=told(**facts)))


def test_a_good_report_gets_no_remark(group):
    assert hints(group) == []


def test_a_remark_says_what_was_written_what_is_better_and_why(group):
    [hint] = hints(group, text="Pools type voelt aan achterpoorten.")
    assert hint.field == "words"
    assert "Pools" in hint.written
    assert "Pools" not in hint.better
    assert "Pools" not in hint.new_text
    assert hint.why
    assert not hint.blocks


def test_the_cards_are_read_too(group):
    [hint] = hints(group, persons=(PersonCard(sex="man", clothing="Donkere jas, Marokkaans uiterlijk"),))
    assert hint.field == "person-0-clothing"


def test_what_must_change_comes_first(group):
    found = hints(group, text="Pools type voelt aan poorten. Dit is de dief, kom allemaal.")
    assert found[0].blocks
    assert [hint.blocks for hint in found] == sorted((hint.blocks for hint in found), reverse=True)


@pytest.mark.parametrize(("preset", "remarked"), [("nl", False), ("be", True), ("be-bin", True)])
def test_a_plate_in_the_words_follows_the_policy(db, preset, remarked):
    group = gather(preset).group
    assert PRESETS[preset] == group.policy
    found = hints(group, text="Man voelt aan achterpoorten. Bestelbus met kenteken 1-ABC-234.")
    assert bool(found) is remarked


def test_a_place_need_not_say_what_happens(group):
    draft = Draft(id=new_id(), group=group, content=replace(told(persons=(), vehicles=()), place="Hoek Merelweg"))
    assert hints_for(draft) == []
