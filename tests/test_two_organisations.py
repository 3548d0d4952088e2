# SPDX-License-Identifier: EUPL-1.2
"""Several organisations on one installation are fully apart: every URL and every query is tried across two of them."""

import pytest
from django.test import Client
from django.urls import get_resolver

from buurtwacht.lib.errors import DomainError
from tests.test_who_sees_what import answer_to, arguments, url_of
from tests.two_organisations import ROLES, everything_now, gather_others, queries, rows_in, ways_to_ask
from tests.who_sees_what import TABLE

__all__ = ["arguments"]  # a fixture

STRANGER = 1  # the column of Chantal, who belongs to no group
OUR_WORDS = ("Vogelbuurt", "Bloemenbuurt", "Merelweg", "Lijsterstraat", "Mezenlaan", "Glasgerinkel", "Basisteam Ede")


def is_about_one_thing(name: str) -> bool:
    """Does the address name a group, a report, a person …? Else everybody sees their own at it."""
    space, _, plain = name.rpartition(":")
    resolver = get_resolver().namespace_dict[space][1] if space else get_resolver()
    return bool(resolver.reverse_dict.getlist(plain)[0][0][0][1])


@pytest.mark.parametrize("name", sorted(filter(is_about_one_thing, TABLE)))
def test_whoever_belongs_elsewhere_gets_what_a_stranger_gets(name, arguments, cast, login):
    method, *expected = TABLE[name]
    url = url_of(name, arguments)
    others = gather_others()

    found = {role: answer_to(login(others.people[role]), method, url) for role in ROLES}

    assert found == dict.fromkeys(ROLES, expected[STRANGER])


@pytest.mark.parametrize("name", sorted(name for name, line in TABLE.items() if line[0] == "GET"))
def test_no_page_tells_somebody_elsewhere_about_us(name, arguments, cast, login):
    """What is public anybody may read; of all else not a word."""
    url = url_of(name, arguments)
    if answer_to(Client(), "GET", url) == "yes":
        return
    others = gather_others()

    for role in ROLES:
        page = login(others.people[role]).get(url).content.decode(errors="replace")
        assert [word for word in OUR_WORDS if word in page] == [], role


QUERIES = dict(queries())


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_no_query_finds_what_is_ours_for_somebody_elsewhere(name, arguments, cast):
    ours = everything_now()
    others = gather_others()

    for values in ways_to_ask(QUERIES[name], others):
        try:
            found = set(rows_in(QUERIES[name](*values)))
        except DomainError:
            continue  # refused is apart enough
        assert found & ours == set()


def test_there_are_queries_to_try(db, cast):
    others = gather_others()
    tried = [name for name, function in QUERIES.items() if any(True for _ in ways_to_ask(function, others))]

    assert len(tried) > 25
