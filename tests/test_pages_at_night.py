# SPDX-License-Identifier: EUPL-1.2
"""The pages that people open at three in the morning ask the database little, however much there is to show."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report


@pytest.fixture
def busy_group(cast):
    """One report is going on, with news; a dozen ended, and of each is known what came of it."""
    live = make_report(cast.group, cast.bram)
    add_entry(live, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=cast.anna, content=Content(text="Weg."))
    for hours in range(12):
        ended = make_report(
            cast.group, cast.bram, status="closed", closed_at=timezone.now() - timedelta(hours=hours + 1)
        )
        told = Content(text=f"Aangehouden {hours}.")
        add_entry(ended, kind=Entry.Kind.OUTCOME, role=Entry.Role.POLICE, author=None, content=told)
    return live


@pytest.fixture
def gerrit_at_home(login, cast):
    """A member whose device was noted today: what happens once in six hours is not counted."""
    client = login(cast.gerrit)
    client.get("/")
    return client


def test_the_list_takes_six_queries(busy_group, gerrit_at_home, django_assert_num_queries):
    with django_assert_num_queries(6):  # session, person, groups, roles, reports, what is told of them
        page = gerrit_at_home.get("/meldingen/").content.decode()

    assert "Weg." in page
    assert page.count("Aangehouden") == 12


def test_the_first_page_takes_a_dozen(busy_group, gerrit_at_home, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = gerrit_at_home.get("/").content.decode()

    assert "Weg." in page
    assert "Aangehouden 0." in page


def test_an_open_alert_with_its_map_takes_fifteen(busy_group, gerrit_at_home, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        page = gerrit_at_home.get(f"/meldingen/{busy_group.pk}/").content.decode()

    assert "Weg." in page
