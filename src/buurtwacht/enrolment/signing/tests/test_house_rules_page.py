# SPDX-License-Identifier: EUPL-1.2
"""docs/house-rules.md tells every rule, where in its source it stands, and what the program does with it."""

import re
from pathlib import Path

import pytest

import buurtwacht
from buurtwacht.enrolment.signing.texts.house_rules import BY_SETTING, RULES

CODE = Path(buurtwacht.__file__).parent
PAGE = CODE.parents[1] / "docs" / "house-rules.md"
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", re.M)
SOURCES = ("be-politiezone", "nl-binnenbijster", "be-gemeente", "nl-ede", "be-lanaken")


def part_of(preset: str) -> str:
    return PAGE.read_text().split(f"### `{preset}`\n")[1].split("\n### ")[0]


def test_every_rule_says_where_the_program_keeps_to_it_or_that_it_is_words_only():
    rows = {name: told for name, _reads, told in ROW.findall(PAGE.read_text())}

    assert set(rows) == {name for names in RULES.values() for name in names.split()} | set(BY_SETTING)
    for name, told in rows.items():
        assert "::" in told or told.startswith("Words only"), name


def test_every_place_that_is_named_exists():
    for path, name in re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE.read_text()):
        assert re.search(rf"^\s*(?:def|class) {name}\b", (CODE / path).read_text(), re.M), f"{path} has no {name}"


@pytest.mark.parametrize("preset", SOURCES)
def test_the_rules_of_a_source_stand_there_in_its_order_with_the_place_in_it(preset):
    rules = re.findall(r"^(\d+)\. `(\w+)`: (\S.*)$", part_of(preset), re.M)

    assert [name for _number, name, _source in rules] == RULES[preset].split()
    assert [int(number) for number, _name, _source in rules] == list(range(1, len(rules) + 1))


@pytest.mark.parametrize("preset", sorted(set(RULES) - set(SOURCES)))
def test_the_rules_that_we_advise_stand_there_too(preset):
    assert re.findall(r"`(\w+)`", part_of(preset)) == RULES[preset].split()
