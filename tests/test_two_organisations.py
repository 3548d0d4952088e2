# SPDX-License-Identifier: EUPL-1.2
"""Several organisations on one installation are fully apart: every URL and every query is tried across two of them."""

from contextlib import suppress

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


@pytest.fixture
def others(ours):
    return gather_others()


@pytest.mark.parametrize("role", ROLES)
def test_whoever_belongs_elsewhere_gets_what_a_stranger_gets(role, ours, others, login):
    client = login(others.people[role])

    found = {name: answer_to(client, TABLE[name][0], url_of(name, ours)) for name in filter(parts_of, TABLE)}

    assert found == {name: TABLE[name][1 + STRANGER] for name in found}


@pytest.mark.parametrize("role", ROLES)
def test_a_place_of_their_own_opens_nothing_of_ours(role, ours, others, login):
    """The coordinator of Smeermaas asks for a member of the Vogelbuurt below the address of Smeermaas."""
    client, arguments = login(others.people[role]), with_their_slugs(ours, others)
    both = filter(names_a_thing_in_a_place, TABLE)

    found = {name: answer_to(client, TABLE[name][0], url_of(name, arguments)) for name in both}

    assert found == dict.fromkeys(found, "no")


@pytest.mark.parametrize("role", ROLES)
def test_no_page_tells_somebody_elsewhere_about_us(role, ours, others, login):
    """What is public anybody may read; of all else not a word."""
    client, anybody = login(others.people[role]), Client()
    pages = [name for name, line in TABLE.items() if line[0] == "GET"]
    private = [name for name in pages if answer_to(anybody, "GET", url_of(name, ours)) != "yes"]

    told = {name: client.get(url_of(name, ours)).content.decode(errors="replace") for name in private}

    assert {name: word for name, page in told.items() for word in OUR_WORDS if word in page} == {}


def test_no_query_finds_what_is_ours_for_somebody_elsewhere(ours, cast):
    before = everything_now()
    others = gather_others()

    found, tried = {}, set()
    for name, function in queries():
        for values in ways_to_ask(function, others):
            tried.add(name)
            with suppress(DomainError):  # refused is apart enough
                found[name] = set(rows_in(function(*values))) & before

    assert {name: rows for name, rows in found.items() if rows} == {}
    assert len(tried) > 60
