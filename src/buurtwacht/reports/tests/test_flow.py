# SPDX-License-Identifier: EUPL-1.2
"""The four screens, one press of a button after another, without any script."""

import re

import pytest
from django.utils import timezone

from buurtwacht.reports.content import read
from buurtwacht.reports.models import Calling, Report
from buurtwacht.testing.cast import gather
from buurtwacht.testing.chance import without_chance

from .stories import make_report
from .walker import SEEN, URL, Walker


@pytest.fixture
def walk(cast, login):
    return Walker(login(cast.bram))


def test_from_seeing_to_sharing(cast, walk):
    assert walk.at == "notice"
    assert walk.press("call", **SEEN).at == "alarm"
    assert walk.press("called").at == "app"
    walk.press("share")

    report = Report.objects.get()
    assert walk.page.status_code == 302
    assert walk.page.url == f"/meldingen/{report.pk}/gedeeld/"
    assert (report.status, report.reporter, report.caller) == ("open", cast.bram, cast.bram)
    assert report.title == "Man voelt aan achterpoorten"
    assert read(report.entries.get()).text == SEEN["words"]


def test_going_back_loses_nothing(walk):
    walk.press("call", **SEEN).press("called", **{"person-0-clothing": "Donkere jas"}).press("notice")

    assert walk.at == "notice"
    assert "Man voelt aan achterpoorten." in walk.text
    assert 'value="Lijsterstraat"' in walk.text
    assert 'value="Donkere jas"' in walk.text


def test_enter_in_a_field_never_goes_back(walk):
    walk.press("call", **SEEN)
    first_button = re.search(r'<button[^>]*name="do" value="([^"]+)"', walk.text)[1]
    assert first_button == "message"


@pytest.mark.parametrize("left_out", ["words", "place", "in_sight"])
def test_what_is_missing_is_said_at_its_field(walk, left_out):
    answers = {name: value for name, value in SEEN.items() if name != left_out and name != "behaviours"}
    walk.press("call", **answers)

    assert walk.at == "notice"
    assert f'href="#id_{left_out}"' in walk.text
    assert Calling.objects.count() == 0


def test_how_somebody_looks_is_no_reason(walk):
    walk.press("share", place="Merelweg", in_sight="now", called="on", **{"person-0-clothing": "Donkere jas"})
    assert walk.at == "notice"
    assert Report.objects.count() == 0


def test_something_else_needs_words(walk):
    walk.press("call", behaviours=["other"], place="Merelweg", in_sight="now")
    assert walk.at == "notice"


def test_nobody_gets_past_the_call(walk):
    walk.press("share", **SEEN)
    assert walk.at == "alarm"
    assert Report.objects.count() == 0


def test_what_is_over_goes_another_way(walk):
    walk.press("call", **(SEEN | {"in_sight": "gone"}))
    assert walk.at == "elsewhere"
    assert 'href="tel:09008844"' in walk.text
    walk.press("share", called="on")
    assert Report.objects.count() == 0


def test_a_form_that_comes_twice_shares_once(cast, walk, login):
    walk.press("call", **SEEN).press("called").press("share")
    first = walk.page.url
    again = login(cast.bram).post(URL, walk.held | {"do": "share"})

    assert again.url == first
    assert Report.objects.count() == 1
    assert Report.objects.get().entries.count() == 1


def test_somebody_elses_draft_number_is_of_no_use(cast, walk, login):
    report = make_report(cast.group, cast.bram)
    answer = login(cast.anna).post(URL, SEEN | {"do": "share", "called": "on", "draft_id": str(report.pk)})
    assert answer.status_code == 404
    assert Report.objects.get().reporter == cast.bram


def test_another_person_card_and_away_with_it(walk):
    walk.press("call", **SEEN).press("called", **{"person-0-sex": ""}).press("add-person")
    assert 'id="person-1"' in walk.text
    walk.press("remove:person-1")
    assert 'id="person-1"' not in walk.text
    walk.press("add-vehicle")
    assert 'id="vehicle-0"' in walk.text


def test_the_message_is_what_neighbours_read(walk):
    walk.press("call", **SEEN).press(
        "called",
        **{
            "person-0-sex": "man", "person-0-age": "30", "person-0-height": "180", "person-0-build": "slim",
            "person-0-clothing": "Donkere jas", "person-0-carries": "Grijze rugzak", "person-0-alone": "alone",
            "vehicle-0-kind": "van", "vehicle-0-colour": "Wit", "vehicle-0-make": "Ford", "vehicle-0-plate": "v38?",
        },
    )  # fmt: skip
    assert "Man, rond de 30, 1,80 m, slank. Donkere jas, grijze rugzak. Alleen." in walk.preview
    assert "Witte bestelbus, Ford, kenteken begint met V-38." in walk.preview


def test_a_plate_that_is_none_is_said_at_its_field(walk):
    walk.press("call", **SEEN).press("called").press("share", **{"vehicle-0-plate": "een witte bus met ladder"})
    assert walk.at == "app"
    assert 'href="#id_vehicle-0-plate"' in walk.text


def test_words_that_hurt_must_change_first(walk):
    walk.press("call", **(SEEN | {"words": "Dit is de dief, kom allemaal naar de Molenweg, we pakken hem."}))
    assert walk.press("called").at == "app"
    walk.press("share")
    assert walk.at == "app"
    assert 'id="raad-nu"' in walk.text
    assert Report.objects.count() == 0


def test_better_words_can_be_taken_over(walk):
    walk.press("call", **(SEEN | {"words": "Pools type voelt aan achterpoorten."})).press("called")
    key = re.search(r'value="adopt:(words:\d)"', walk.text)[1]
    walk.press(f"adopt:{key}")
    assert "Pools" not in re.search(r"<textarea[^>]*>(.*?)</textarea>", walk.text, re.DOTALL)[1]


def test_a_clock_that_is_wrong_is_put_right_and_says_so(walk):
    walk.press("call", **SEEN).press("called").press(
        "message", called_at="03:00" if timezone.now().hour > 8 else "15:00"
    )
    assert re.search(
        r'<details class="bw-more" open><summary>[^<]*</summary>\s*<p class="bw-hint" role="status">', walk.text
    )
    walk.held.pop("called_at")
    walk.press("share", called_at="99:99")
    assert abs((Report.objects.get().called_at - timezone.now()).total_seconds()) < 60


@pytest.mark.parametrize("who", ["farid", "dirk", "eva", "chantal"])
def test_who_is_not_in_the_group_finds_no_form(cast, login, who):
    client = login(getattr(cast, who))
    assert client.get(URL).status_code == 404
    assert client.post(URL, SEEN | {"do": "share", "called": "on"}).status_code == 404
    assert Report.objects.count() == 0


def test_a_visitor_has_to_sign_in_first(cast, client):
    assert client.get(URL).status_code == 302


def test_nothing_of_a_draft_stays_on_the_server_but_that_somebody_calls(walk):
    walk.press("call", **SEEN).press("called").press("message")
    assert Report.objects.count() == 0
    assert Calling.objects.count() == 1


@pytest.mark.parametrize("preset", ["be-politiezone", "be-gemeente", "be-lanaken", "be", "nl-ede"])
def test_where_doubt_is_off_it_cannot_be_asked(login, db, preset):
    cast = gather(preset)
    walk = Walker(login(cast.bram)).press("call", **SEEN)
    assert 'value="doubt"' not in walk.text
    assert walk.press("doubt").at == "alarm"


def test_a_doubt_goes_to_the_coordinator_first(cast, walk):
    walk.press("call", **SEEN)
    assert 'value="doubt"' in walk.text
    assert walk.press("doubt").at == "app"
    assert "Anna" in walk.text
    walk.press("share")

    report = Report.objects.get()
    assert (report.status, report.called_at, report.shown_at) == ("doubt", None, None)
    assert 14 < (report.doubt_until - timezone.now()).total_seconds() / 60 <= 15


def test_a_doubt_goes_to_the_whole_group_where_the_policy_says_so(login, db):
    cast = gather("nl-binnenbijster")
    Walker(login(cast.bram)).press("call", **SEEN).press("doubt").press("share")
    report = Report.objects.get()
    assert report.status == "doubt"
    assert report.shown_at is not None


def test_in_a_bin_the_coordinator_raises_the_alarm(login, db):
    cast = gather("be-bin")
    Walker(login(cast.bram)).press("call", **SEEN).press("called").press("share")
    assert Report.objects.get().status == "waiting"


def test_in_a_bin_the_coordinator_need_not_wait_for_the_coordinator(login, db):
    cast = gather("be-bin")
    Walker(login(cast.anna)).press("call", **SEEN).press("called").press("share")
    assert Report.objects.get().status == "open"


def test_in_belgium_one_calls_101(login, db):
    cast = gather("be")
    walk = Walker(login(cast.bram))
    assert 'href="tel:101"' in walk.text
    page = without_chance(walk.press("call", **SEEN).text)
    assert "112" not in re.sub(r"<svg.*?</svg>|<(link|script)[^>]*>", "", page, flags=re.DOTALL)
