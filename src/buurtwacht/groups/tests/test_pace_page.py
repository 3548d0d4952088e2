# SPDX-License-Identifier: EUPL-1.2
"""The page on which a coordinator gives a group some air."""

from datetime import timedelta

import pytest
from django.utils import timezone

URL = "/bureau/vogelbuurt/groep/rust/"


def test_a_coordinator_slows_the_group_down_for_a_day(group, anna, login):
    answer = login(anna).post(URL, {"minutes": "5", "hours": "24"})
    assert answer.status_code == 302
    group.refresh_from_db()
    assert group.slow_minutes == 5
    assert timedelta(hours=23) < group.announcements_until - timezone.now() <= timedelta(hours=24)
    assert "Tot" in login(anna).get(URL).content.decode()


def test_everything_goes_on_as_before_after_it(group, anna, login):
    login(anna).post(URL, {"minutes": "5", "hours": "24"})
    login(anna).post(URL, {"minutes": "0", "hours": ""})
    group.refresh_from_db()
    assert (group.slow_minutes, group.announcements_until) == (0, None)


@pytest.mark.parametrize("wrong", [{"minutes": "7"}, {"minutes": "0", "hours": "9999"}, {}])
def test_what_cannot_be_chosen_is_said(group, anna, login, wrong):
    answer = login(anna).post(URL, {"x": "1"} | wrong)
    assert answer.status_code == 400
    group.refresh_from_db()
    assert (group.slow_minutes, group.announcements_until) == (0, None)


def test_a_member_has_no_such_page(group, bram, login):
    assert login(bram).get(URL).status_code == 404


@pytest.mark.browser
def test_the_page_looks_well(group, anna, seen_well):
    group.announcements_until = timezone.now() + timedelta(hours=1)
    group.save(update_fields=["announcements_until"])
    seen_well(URL, anna, "rust")
