# SPDX-License-Identifier: EUPL-1.2
"""Meta's limits, with a clock that stands still."""

import pytest

from .business import template, text


@pytest.fixture
def crowd(meta):
    """Five people with an open window."""
    people = [meta.user(f"3161000000{number}") for number in range(5)]
    for person in people:
        person.says("Hallo")
    meta.clock.move(seconds=1)
    return people


def test_eighty_in_a_second(meta, business, crowd):
    meta.limits.per_second = 4
    codes = [business.code_for(text(to=person.number)) for person in crowd]
    assert codes == [0, 0, 0, 0, 130429]
    assert business.send(text(to=crowd[0].number))[0] == 429
    meta.clock.move(seconds=1)
    assert business.code_for(text(to=crowd[4].number)) == 0


def test_what_people_say_counts_as_well(meta, business, crowd):
    meta.limits.per_second = 2
    crowd[0].says("Een")
    crowd[1].says("Twee")
    assert business.code_for(text(to=crowd[2].number)) == 130429


def test_forty_five_at_once_to_one_person_and_then_one_every_six_seconds(meta, business, anna):
    anna.says("Hallo")
    assert [business.code_for(text()) for _ in range(45)] == [0] * 45
    assert business.code_for(text()) == 131056
    meta.clock.move(seconds=5)
    assert business.code_for(text()) == 131056
    meta.clock.move(seconds=1)
    assert [business.code_for(text()), business.code_for(text())] == [0, 131056]


def test_so_many_new_people_in_a_day(meta, business, crowd):
    meta.template("melding", "Melding: {{1}}. Bel 112 bij gevaar.")
    meta.limits.daily_users = 2
    strangers = [meta.user(f"3162000000{number}") for number in range(3)]
    codes = [business.code_for(template("melding", "inbraak", to=person.number)) for person in strangers]
    assert codes == [0, 0, 131064]
    assert business.code_for(template("melding", "inbraak", to=strangers[0].number)) == 0  # the same person again
    assert business.code_for(template("melding", "inbraak", to=crowd[0].number)) == 0  # inside of the window
    meta.clock.move(hours=24)
    assert business.code_for(template("melding", "inbraak", to=strangers[2].number)) == 0


def test_the_limits_are_those_of_meta(meta):
    limits = meta.limits
    assert (limits.per_second, limits.pair_burst, limits.pair_every) == (80, 45, 6.0)
    assert limits.daily_users in (250, 2_000, 10_000, 100_000)
