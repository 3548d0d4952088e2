# SPDX-License-Identifier: EUPL-1.2
"""docs/policies/ says of every setting what it is and where it is enforced. Here both are compared with the program."""

import ast
import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

import buurtwacht
from buurtwacht.policy.model import Policy
from buurtwacht.policy.presets import PRESETS

CODE = Path(buurtwacht.__file__).parent
DOCS = CODE.parents[1] / "docs" / "policies"
SETTING = re.compile(r"^### `(\w+)`: (.+)$", re.M)
PLACE = re.compile(r"`([\w/]+\.py)::(\w+)`")
SOURCES = ("be-politiezone", "nl-binnenbijster", "be-gemeente", "nl-ede", "be-lanaken")


def text_of(preset):
    return (DOCS / f"{preset}.md").read_text()


def shown(value):
    """A value as the page writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value) or "empty"


@cache
def names_in(path):
    """What a file defines: functions, classes and what is in them."""
    tree = ast.parse((CODE / path).read_text())
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def test_each_preset_has_its_page_and_each_page_its_preset():
    assert {path.stem for path in DOCS.glob("*.md")} - {"README"} == set(PRESETS)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_setting_stands_there_once_with_its_value(preset):
    told = SETTING.findall(text_of(preset))
    assert told == [(field.name, shown(getattr(PRESETS[preset], field.name))) for field in fields(Policy)]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_setting_says_its_source_and_where_it_is_enforced(preset):
    parts = SETTING.split(text_of(preset))[3::3]
    for words in parts:
        assert "Source: " in words
        assert PLACE.search(words) or "Not yet built" in words or "cannot change it" in words


@pytest.mark.parametrize("preset", PRESETS)
def test_every_place_that_is_named_exists(preset):
    places = PLACE.findall(text_of(preset))
    assert len(places) > 20
    for path, name in places:
        assert name in names_in(path), f"{preset}: {path} has no {name}"


@pytest.mark.parametrize("preset", SOURCES)
def test_a_source_is_quoted_in_its_own_words(preset):
    rules = [line for line in text_of(preset).splitlines() if line.startswith("- ")]
    assert len(rules) >= 12
    assert sum('"' in rule for rule in rules) >= len(rules) * 0.8
