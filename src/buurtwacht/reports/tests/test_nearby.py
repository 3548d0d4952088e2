# SPDX-License-Identifier: EUPL-1.2
"""One person calls, the others add."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.content import Location, read
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.models import Calling, Entry, Report
from buurtwacht.reports.nearby import told_nearby
from buurtwacht.reports.services import AlreadyTold, share_report, start_calling
from buurtwacht.testing.cast import gather

from .stories import ALLEY, make_report, told
from .walker import SEEN, Walker, fields_of

NORTH = Location(ALLEY.latitude + 0.01, ALLEY.longitude)  # more than a kilometre away


def a_draft(group, **facts):
    return Draft(id=new_id(), group=group, content=told(**facts))


@pytest.mark.parametrize(
    ("here", "place", "is_near"),
    [
        (ALLEY, "Merelweg", True),
        (Location(ALLEY.latitude + 0.0026, ALLEY.longitude), "Vinkenlaan", True),  # 290 metres
        (Location(ALLEY.latitude + 0.0028, ALLEY.longitude), "Vinkenlaan", False),  # 310 metres
        (NORTH, "Merelweg", False),
        (None, "hoek Merelweg", True),
        (None, "Tulpstraat", False),
        (None, "Brandgang", False),
    ],
)
def test_near_is_within_300_metres_or_in_the_same_street(cast, here, place, is_near):
    make_report(cast.group, cast.anna)
    draft = a_draft(cast.group, location=here, place=place)
    assert bool(told_nearby(draft, cast.bram.pk)) is is_near


def test_after_half_an_hour_it_is_something_new(cast):
    report = make_report(cast.group, cast.anna)
    Report.objects.filter(pk=report.pk).update(last_news_at=timezone.now() - timedelta(minutes=31))
    assert told_nearby(a_draft(cast.group), cast.bram.pk) is None


@pytest.mark.parametrize("status", ["hidden", "withdrawn", "waiting"])
def test_what_neighbours_cannot_see_is_not_shown_to_them_here_either(cast, status):
    make_report(cast.group, cast.anna, status=status)
    assert told_nearby(a_draft(cast.group), cast.bram.pk) is None


def test_the_next_group_along_is_not_asked(cast):
    make_report(cast.next_group, cast.farid)
    assert told_nearby(a_draft(cast.group), cast.bram.pk) is None


def test_who_begins_while_a_neighbour_calls_is_told_so(cast, login):
    Walker(login(cast.anna)).press("call", **SEEN)
    walk = Walker(login(cast.bram)).press("call", **SEEN)

    assert walk.at == "neighbour"
    assert "Een buur belt nu" in walk.text
    assert Calling.objects.count() == 1


def test_who_begins_after_a_neighbour_called_can_add_to_it(cast, login):
    Walker(login(cast.anna)).press("call", **SEEN).press("called").press("share")
    walk = Walker(login(cast.bram)).press("call", **SEEN)

    assert walk.at == "neighbour"
    assert "Een buur heeft al gebeld" in walk.text
    assert f"/meldingen/{Report.objects.get().pk}/aanvullen/" in walk.text


CARDS = {"person-0-sex": "man", "person-0-clothing": "Rode jas", "vehicle-0-kind": "van", "vehicle-0-colour": "wit"}


def adding(cast, login, **told):
    """Bram was telling the same as Anna, and presses "Yes, I add what I see"."""
    Walker(login(cast.anna)).press("call", **SEEN).press("called").press("share")
    walk = Walker(login(cast.bram)).press("call", **SEEN | told)
    return walk.client.post(f"/meldingen/{Report.objects.get().pk}/aanvullen/", walk.held | {"do": "call"})


def test_what_was_told_already_goes_along_and_nothing_is_sent_yet(cast, login):
    told = {"words": "Hij trekt aan de poort.", "supposed": "Misschien zoekt hij fietsen.", "place": "Merelweg"}
    page = adding(cast, login, **told).content.decode()
    for words in told.values():
        assert words in page
    assert 'action="/meldingen/' in page
    assert "/aanvullen/gezien/" in page
    assert Entry.objects.filter(kind="sighting").count() == 0


def test_a_person_and_a_vehicle_go_along_too(cast, login):
    answer = adding(cast, login, **CARDS)
    page = answer.content.decode()
    assert "rode jas" in page.lower()
    sent = fields_of(page) | {"text": "Hij loopt weg.", "place": "Merelweg", "minutes_ago": "0"}
    sent |= dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page))
    login(cast.bram).post(re.search(r'action="(/meldingen/[^"]+gezien/)"', page)[1], sent)
    content = read(Entry.objects.get(kind="sighting"))
    assert (content.text, content.place) == ("Hij loopt weg.", "Merelweg")
    assert [card.clothing for card in content.persons] == ["Rode jas"]
    assert [card.colour for card in content.vehicles] == ["wit"]


def test_without_words_the_sign_and_the_danger_stand_there(cast, login):
    page = adding(cast, login, words="", danger=["weapon"]).content.decode()
    assert "Wapen" in page
    assert "deuren of poorten" in page


def test_more_words_than_fit_are_kept_and_said(cast, login):
    long = "Hij trekt aan de poort. " * 20
    page = adding(cast, login, words=long).content.decode()
    assert long.strip() in page


def test_somebody_else_brings_nothing_along(cast, login):
    Walker(login(cast.anna)).press("call", **SEEN).press("called").press("share")
    address = f"/meldingen/{Report.objects.get().pk}/aanvullen/"
    assert login(cast.farid).post(address, SEEN).status_code == 404


def test_something_else_goes_its_own_way_and_is_not_asked_again(cast, login):
    Walker(login(cast.anna)).press("call", **SEEN).press("called").press("share")
    walk = Walker(login(cast.bram)).press("call", **SEEN)
    walk.press(f"different:{Report.objects.get().pk}")

    assert walk.at == "alarm"
    walk.press("called").press("share")
    assert Report.objects.count() == 2


def test_a_neighbour_who_shares_in_the_meantime_is_heard_of_before_sharing(cast, login):
    walk = Walker(login(cast.bram)).press("call", **SEEN).press("called")
    make_report(cast.group, cast.anna)
    walk.press("share")

    assert walk.at == "neighbour"
    assert Report.objects.count() == 1


def test_a_call_ends_when_its_report_is_shared(cast):
    draft = a_draft(cast.group)
    start_calling(draft, by=cast.bram)
    share_report(draft, by=cast.bram)
    assert Calling.objects.count() == 0


def test_calls_of_yesterday_are_forgotten(cast):
    old = start_calling(a_draft(cast.group), by=cast.anna)
    Calling.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(hours=25))
    start_calling(a_draft(cast.group), by=cast.bram)
    assert not Calling.objects.filter(pk=old.pk).exists()


def test_saying_that_one_calls_is_written_in_the_journal(cast):
    draft = a_draft(cast.group, called_at=None)
    start_calling(draft, by=cast.bram)
    start_calling(draft, by=cast.bram)
    start_calling(replace(draft, content=replace(draft.content, called_at=timezone.now())), by=cast.bram)
    assert [line.action for line in Line.objects.filter(subject_id=draft.id)] == ["call.started", "call.noted"]


def test_nobody_calls_in_another_group_or_under_somebody_elses_number(cast):
    draft = a_draft(cast.group)
    with pytest.raises(NotFound):
        start_calling(draft, by=cast.farid)
    start_calling(draft, by=cast.bram)
    with pytest.raises(NotFound):
        start_calling(draft, by=cast.anna)


@pytest.mark.django_db(transaction=True)
def test_two_neighbours_at_the_same_moment_make_one_report_and_one_question():
    cast = gather()

    def share(person):
        try:
            return share_report(a_draft(WatchGroup.objects.get(pk=cast.group.pk)), by=person)
        except AlreadyTold:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        shared = list(threads.map(share, (cast.anna, cast.bram)))

    assert sorted(map(bool, shared)) == [False, True]
    assert Report.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_shares_once():
    cast = gather()
    draft = a_draft(cast.group)

    def share(_number):
        try:
            return share_report(draft, by=cast.bram).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        shared = set(threads.map(share, range(6)))

    assert shared == {draft.id}
    assert Report.objects.get().entries.count() == 1


def test_a_service_asks_for_the_call_too(cast):
    with pytest.raises(DomainError):
        share_report(a_draft(cast.group, called_at=None), by=cast.bram)


def test_a_service_refuses_words_that_hurt(cast):
    with pytest.raises(DomainError):
        share_report(a_draft(cast.group, text="Dit is de dief, we pakken hem, kom allemaal."), by=cast.bram)
