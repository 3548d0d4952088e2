# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.services import sign_confidentiality
from buurtwacht.groups.desk_registry import Task
from buurtwacht.groups.services import add_member, appoint_coordinator
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import queries, services
from buurtwacht.reports.thread.queries import desk as desk_queries
from buurtwacht.testing.cast import gather

from .threads import doubtful, make_photo, sighting, waiting


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def desk_of(group, coordinator):
    """The desk of somebody who has signed to keep things private, which is a task of another room."""
    sign_confidentiality(group, coordinator, written(strokes="", name=coordinator.first_name))
    return queries.desk_of(group, coordinator)


def kinds_on(desk):
    return [task.kind for task in desk.tasks]


def test_an_empty_desk_is_good_news(group, anna):
    desk = desk_of(group, anna)
    assert (desk.tasks, desk.headline, desk.minutes) == ((), "Nothing to do", 0)


def test_what_goes_on_now_comes_before_what_can_wait(group, anna, bram, gerrit):
    doubtful(group, gerrit)
    make_report(group, bram)
    desk = desk_of(group, anna)
    assert kinds_on(desk) == ["open", "doubt"]
    assert desk.headline == "Two things to do"


def test_more_than_five_minutes_of_work_is_folded_away_and_what_is_urgent_never(group, anna):
    soon, later = [make_task(hours=1)] * 6, [make_task(days=3)] * 4
    assert shown(group, anna, [*soon, *later]) == (6, 0, 4)
    assert shown(group, anna, [*soon[:2], *later]) == (2, 4, 0)
    assert shown(group, anna, later * 2) == (0, 5, 3)


def make_task(**due):
    at = timezone.now() + timedelta(**due)
    return Task(kind="any", due_at=at, title="Look", sentence="It can wait.", url="/", button="Look", minutes=2)


def shown(group, anna, tasks):
    desk = replace(queries.desk_of(group, anna), tasks=tuple(tasks))
    assert desk.minutes == 2 * (len(desk.first) + len(desk.later))
    assert desk.folded_minutes == 2 * len(desk.folded)
    return len(desk.first), len(desk.later), len(desk.folded)


def test_what_is_folded_away_stands_on_the_page_all_the_same(cast, login, monkeypatch):
    monkeypatch.setattr(desk_queries, "tasks_for", lambda group, person: [make_task(days=3)] * 7)
    page = login(cast.anna).get(f"/bureau/{cast.group.slug}/").content.decode()
    assert page.count("bw-task__act") == 7
    assert "Nog 2 taken die kunnen wachten" in page
    assert "Vijf dingen te doen" in page


def test_without_a_name_the_desk_leads_to_the_group_that_one_coordinates(cast, login):
    assert login(cast.anna).get("/bureau/").url == f"/bureau/{cast.group.slug}/"
    assert login(cast.bram).get("/bureau/").status_code == 404


def test_who_coordinates_two_groups_chooses(cast, login):
    appoint_coordinator(add_member(cast.next_group, cast.anna, street="Tulpstraat"))
    page = login(cast.anna).get("/bureau/").content.decode()
    assert f"/bureau/{cast.group.slug}/" in page
    assert f"/bureau/{cast.next_group.slug}/" in page


def test_the_task_says_who_where_and_how_much_came_in(group, anna, bram, gerrit):
    report = make_report(group, bram)
    sighting(report, gerrit)
    [task] = desk_of(group, anna).tasks
    assert "Bram, Merelweg." in task.sentence
    assert "1 supplement." in task.sentence
    assert task.url == f"/meldingen/{report.pk}/"


def test_after_a_long_silence_the_button_closes(group, anna, bram):
    report = make_report(group, bram)
    services.expire_silent_reports(timezone.now() + timedelta(minutes=61))
    [task] = desk_of(group, anna).tasks
    assert (task.kind, task.url) == ("silent", f"/bureau/{group.slug}/meldingen/{report.pk}/afsluiten/")


def test_a_question_says_before_when(group, anna, bram):
    report = doubtful(group, bram)
    [task] = desk_of(group, anna).tasks
    assert task.title == "Question in doubt of Bram"
    assert timezone.localtime(report.doubt_until, group.tz).strftime("%H:%M") in task.tag


def test_a_request_for_an_alarm_is_the_first_thing(db):
    cast = gather("be-bin")
    waiting(cast.group, cast.bram)
    [task] = desk_of(cast.group, cast.anna).tasks
    assert (task.kind, task.is_now) == ("waiting", True)
    assert "101" in task.when


def test_a_photo_waits_for_a_choice(db):
    cast = gather("be-lanaken")
    make_photo(make_report(cast.group, cast.bram), "waiting")
    assert kinds_on(desk_of(cast.group, cast.anna)) == ["open", "photo"]


def test_two_who_said_nothing_stand_on_top(group, anna, bram, gerrit):
    wish = services.ask_for_buddy(make_report(group, bram), by=bram)
    services.join_buddy(wish, by=gerrit)
    services.watch_buddies(timezone.now() + timedelta(minutes=11))
    desk = desk_of(group, anna)
    assert set(kinds_on(desk)) == {"open", "buddy"}
    [task] = [task for task in desk.tasks if task.kind == "buddy"]
    assert "Bram and Gerrit" in task.sentence
    assert "112" in task.sentence


def test_another_groups_reports_are_not_on_this_desk(cast):
    make_report(cast.next_group, cast.farid)
    assert desk_of(cast.group, cast.anna).tasks == ()


def test_what_was_done_this_week_is_counted(group, anna, bram):
    services.close_report(make_report(group, bram), by=anna, reason="nothing_more")
    services.answer_question(doubtful(group, bram), by=anna, answer="call")
    desk = desk_of(group, anna)
    assert (desk.done_count, desk.done) == (2, ("1 report closed", "1 answer"))


def test_members_are_counted_against_the_limit(group, anna):
    meter = next(meter for meter in desk_of(group, anna).meters if meter.label == "Members")
    assert (meter.value, meter.most, meter.percent) == (3, 150, 2)


def test_the_coordinator_goes_away_and_comes_back(cast, login):
    url = f"/bureau/{cast.group.slug}/"
    gerrits = cast.group.memberships.get(person=cast.gerrit)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    assert login(cast.anna).post(url + "vervanging/", {"deputy": gerrits.pk, "last_day": tomorrow}).status_code == 302
    assert login(cast.gerrit).get(url).status_code == 200
    assert login(cast.gerrit).get(url + "vervanging/").status_code == 400

    assert login(cast.anna).post(url + "vervanging/", {"end": ""}).status_code == 302
    assert login(cast.gerrit).get(url).status_code == 404


@pytest.mark.parametrize("last_day", ["gisteren", "2001-01-01", ""])
def test_a_wrong_day_is_explained(cast, login, last_day):
    gerrits = cast.group.memberships.get(person=cast.gerrit)
    answer = login(cast.anna).post(
        f"/bureau/{cast.group.slug}/vervanging/", {"deputy": gerrits.pk, "last_day": last_day}
    )
    assert answer.status_code in (200, 400)
    assert login(cast.gerrit).get(f"/bureau/{cast.group.slug}/").status_code == 404
