# SPDX-License-Identifier: EUPL-1.2
"""Several organisations on one installation are fully apart: every URL and every query is tried across two of them."""

import pytest
from django.test import Client
from django.urls import get_resolver

from buurtwacht.lib.errors import DomainError
from tests.test_who_sees_what import answer_to, arguments, url_of
from tests.two_organisations import (
    ROLES,
    everything_now,
    gather_others,
    queries,
    rows_in,
    things_of,
    ways_to_ask,
    with_their_slugs,
)
from tests.who_sees_what import TABLE

__all__ = ["arguments"]  # a fixture

STRANGER = 1  # the column of Chantal, who belongs to no group
OUR_WORDS = ("Vogelbuurt", "Bloemenbuurt", "Merelweg", "Lijsterstraat", "Mezenlaan", "Glasgerinkel", "Basisteam Ede")


@pytest.fixture
def ours(cast, arguments):
    """What stands in our addresses, each thing real."""
    return arguments | things_of(cast)


def parts_of(name: str) -> list[str]:
    """What an address names: a group, a report, a person … Without any, everybody sees their own at it."""
    space, _, plain = name.rpartition(":")
    resolver = get_resolver().namespace_dict[space][1] if space else get_resolver()
    patterns = resolver.reverse_dict.getlist(plain)
    return list(patterns[0][0][0][1]) if patterns else []


def names_a_thing_in_a_place(name: str) -> bool:
    """Does the address name something of ours beside the group or the organisation that it stands in?"""
    parts = parts_of(name)
    return any(part.endswith("_id") for part in parts) and bool({"slug", "organisation", "group"} & set(parts))


@pytest.mark.parametrize("name", sorted(filter(parts_of, TABLE)))
def test_whoever_belongs_elsewhere_gets_what_a_stranger_gets(name, ours, cast, login):
    method, *expected = TABLE[name]
    url = url_of(name, ours)
    others = gather_others()

    found = {role: answer_to(login(others.people[role]), method, url) for role in ROLES}

    assert found == dict.fromkeys(ROLES, expected[STRANGER])


@pytest.mark.parametrize("name", sorted(filter(names_a_thing_in_a_place, TABLE)))
def test_a_place_of_their_own_opens_nothing_of_ours(name, ours, cast, login):
    """The coordinator of Smeermaas asks for a member of the Vogelbuurt below the address of Smeermaas."""
    method, *_expected = TABLE[name]
    others = gather_others()
    url = url_of(name, with_their_slugs(ours, others))

    found = {role: answer_to(login(others.people[role]), method, url) for role in ROLES}

    assert found == dict.fromkeys(ROLES, "no")


@pytest.mark.parametrize("name", sorted(name for name, line in TABLE.items() if line[0] == "GET"))
def test_no_page_tells_somebody_elsewhere_about_us(name, ours, cast, login):
    """What is public anybody may read; of all else not a word."""
    url = url_of(name, ours)
    if answer_to(Client(), "GET", url) == "yes":
        return
    others = gather_others()

    for role in ROLES:
        page = login(others.people[role]).get(url).content.decode(errors="replace")
        assert [word for word in OUR_WORDS if word in page] == [], role


QUERIES = dict(queries())


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_no_query_finds_what_is_ours_for_somebody_elsewhere(name, ours, cast):
    before = everything_now()
    others = gather_others()

    for values in ways_to_ask(QUERIES[name], others):
        try:
            found = set(rows_in(QUERIES[name](*values)))
        except DomainError:
            continue  # refused is apart enough
        assert found & before == set()


def test_there_are_queries_to_try(db, cast):
    others = gather_others()
    tried = [name for name, function in QUERIES.items() if any(True for _ in ways_to_ask(function, others))]

    assert len(tried) > 25
