# SPDX-License-Identifier: EUPL-1.2
"""Every page of a report: who gets in, who hears that it does not exist, and what they read."""

import pytest
from django.test import Client

from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services
from buurtwacht.testing.cast import gather
from buurtwacht.testing.chance import without_chance

from .threads import doubtful, kinds, make_photo, sighting, waiting

STRANGERS = ("chantal", "dirk", "eva", "farid", "hanna")
MEMBERS = ("", "aanvullen/", "aanvullen/gezien/", "aanvullen/persoon/", "aanvullen/voertuig/", "aanvullen/gebeld/",
           "aanvullen/politie/", "samen/")  # fmt: skip
AUTHORS = ("verbeteren/", "intrekken/")
DESK = ("afsluiten/", "verbergen/")


@pytest.fixture
def report(group, bram, gerrit):
    report = make_report(group, bram)
    sighting(report, gerrit)
    return report


def status(login, person, url):
    return login(person).get(url).status_code


@pytest.mark.parametrize("path", [*MEMBERS, *AUTHORS])
def test_who_is_not_in_the_group_finds_nothing(cast, report, login, path):
    url = f"/meldingen/{report.pk}/{path}"
    assert {name: status(login, getattr(cast, name), url) for name in STRANGERS} == dict.fromkeys(STRANGERS, 404)


@pytest.mark.parametrize("path", MEMBERS)
def test_everybody_in_the_group_can_read_and_add(cast, report, login, path):
    url = f"/meldingen/{report.pk}/{path}"
    assert [status(login, person, url) for person in (cast.anna, cast.bram, cast.gerrit)] == [200, 200, 200]


@pytest.mark.parametrize("path", AUTHORS)
def test_only_the_reporter_and_the_coordinator_can_change_it(cast, report, login, path):
    url = f"/meldingen/{report.pk}/{path}"
    assert [status(login, person, url) for person in (cast.anna, cast.bram, cast.gerrit)] == [200, 200, 404]


@pytest.mark.parametrize(
    "path", ["", "cijfers/", "meldingen/", "vervanging/", "meldingen/{id}/afsluiten/", "meldingen/{id}/verbergen/"]
)
def test_the_desk_is_for_the_coordinator(cast, report, login, path):
    url = f"/bureau/{cast.group.slug}/{path.format(id=report.pk)}"
    assert status(login, cast.anna, url) == 200
    others = ("bram", "gerrit", *STRANGERS)
    assert {name: status(login, getattr(cast, name), url) for name in others} == dict.fromkeys(others, 404)


@pytest.mark.parametrize("path", ["antwoord/"])
def test_so_is_the_answer_to_a_question(cast, login, path):
    report = doubtful(cast.group, cast.bram)
    url = f"/bureau/{cast.group.slug}/meldingen/{report.pk}/{path}"
    assert [status(login, person, url) for person in (cast.anna, cast.bram, cast.farid)] == [200, 404, 404]


def test_a_desk_of_one_group_does_not_open_reports_of_another(cast, login):
    theirs = make_report(cast.next_group, cast.farid)
    assert status(login, cast.anna, f"/bureau/{cast.group.slug}/meldingen/{theirs.pk}/afsluiten/") == 404
    assert status(login, cast.anna, f"/bureau/{cast.next_group.slug}/meldingen/{theirs.pk}/afsluiten/") == 404


def test_photos_and_buddies_have_the_same_doors(db, login):
    cast = gather("nl-binnenbijster")
    report = make_report(cast.group, cast.bram)
    photo, wish = make_photo(report), services.ask_for_buddy(report, by=cast.bram)
    for path in (f"foto/{photo.pk}/", f"samen/{wish.pk}/mee/"):
        assert status(login, cast.farid, f"/meldingen/{report.pk}/{path}") == 404
    assert login(cast.farid).post(f"/meldingen/{report.pk}/samen/{wish.pk}/veilig/").status_code == 404
    assert status(login, cast.farid, f"/bureau/{cast.group.slug}/meldingen/{report.pk}/foto/{photo.pk}/") == 404


@pytest.mark.parametrize("path", ["/meldingen/", "/bureau/vogelbuurt/", "/bureau/vogelbuurt/cijfers/nu/"])
def test_a_visitor_signs_in_first(cast, path):
    assert Client().get(path).status_code == 302


def test_a_visitor_does_not_learn_which_reports_exist(report):
    for report_id in (report.pk, new_id()):
        for path in (*MEMBERS, *AUTHORS):
            assert Client().get(f"/meldingen/{report_id}/{path}").status_code == 302


def test_a_coordinator_without_a_second_factor_does_not_reach_the_desk(cast):
    client = Client()
    client.force_login(cast.anna, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(f"/bureau/{cast.group.slug}/")
    assert answer.status_code == 302
    assert "bureau" in answer["Location"]


def test_a_neighbour_reads_what_where_who_and_when(cast, report, login):
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    for words in ("Man voelt aan achterpoorten", "Brandgang Lijsterstraat – Merelweg", "Donkere jas", "Vogelpark"):
        assert words in page
    assert "tel:112" in page


def test_names_and_numbers_of_neighbours_are_not_on_it(cast, report, login):
    page = login(cast.bram).get(f"/meldingen/{report.pk}/").content.decode()
    assert "Gerrit" not in page
    assert cast.gerrit.email not in page


def test_the_group_without_doubt_posts_sees_no_question(cast, login):
    report = doubtful(cast.group, cast.bram)
    assert [status(login, one, f"/meldingen/{report.pk}/") for one in (cast.anna, cast.bram, cast.gerrit)] == [
        200,
        200,
        404,
    ]


def test_an_alarm_that_was_not_raised_is_not_in_the_list(db, login):
    cast = gather("be-bin")
    report = waiting(cast.group, cast.bram)
    assert str(report.pk) not in login(cast.gerrit).get("/meldingen/").content.decode()
    assert str(report.pk) in login(cast.bram).get("/meldingen/").content.decode()
    assert str(report.pk) in login(cast.anna).get("/meldingen/").content.decode()


def test_a_photo_for_the_police_is_said_but_not_shown(cast, report, login):
    photo = make_photo(report, "police")
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    assert str(photo.pk) not in page
    assert "politie" in page


def test_nothing_can_be_added_to_what_has_ended(cast, report, login):
    services.close_report(report, by=cast.anna, reason="nothing_more")
    client = login(cast.gerrit)
    assert client.get(f"/meldingen/{report.pk}/aanvullen/").status_code == 400
    answer = client.post(
        f"/meldingen/{report.pk}/aanvullen/gezien/", {"place": "Merelweg", "minutes_ago": "0", "entry_id": new_id()}
    )
    assert answer.status_code == 400
    assert "112" in answer.content.decode()
    page = client.get(f"/meldingen/{report.pk}/").content.decode()
    assert "aanvullen" not in page


def test_there_is_no_such_kind_of_news(cast, report, login):
    assert status(login, cast.bram, f"/meldingen/{report.pk}/aanvullen/praatje/") == 404


def test_the_list_is_empty_in_a_way_that_teaches(cast, login):
    page = login(cast.bram).get("/meldingen/").content.decode()
    assert "/mijn/telefoon/" in page


def test_farid_sees_only_his_own_groups_reports(cast, report, login):
    theirs = make_report(cast.next_group, cast.farid)
    page = login(cast.farid).get("/meldingen/").content.decode()
    assert str(report.pk) not in page
    assert str(theirs.pk) in page


def test_pages_are_not_kept_by_a_shared_computer(cast, report, login):
    client = login(cast.bram)
    for url in (f"/meldingen/{report.pk}/", "/meldingen/"):
        assert "no-store" in client.get(url)["Cache-Control"]


def test_the_form_says_what_it_does_and_does_it_once(cast, report, login):
    client, number = login(cast.gerrit), str(new_id())
    told = {
        "place": "Lijsterstraat",
        "direction": "loopt richting het park",
        "text": "",
        "minutes_ago": "5",
        "entry_id": number,
    }
    for _time in range(2):
        assert client.post(f"/meldingen/{report.pk}/aanvullen/gezien/", told).status_code == 302
    assert kinds(report) == ["shared", "sighting", "sighting"]
    assert "Lijsterstraat" in client.get(f"/meldingen/{report.pk}/").content.decode()


def test_a_vehicle_with_a_part_of_its_plate(cast, report, login):
    told = {
        "vehicle-0-kind": "van",
        "vehicle-0-colour": "wit",
        "vehicle-0-plate": "V-38..",
        "minutes_ago": "0",
        "entry_id": new_id(),
    }
    assert login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/voertuig/", told).status_code == 302
    assert "V-38" in login(cast.bram).get(f"/meldingen/{report.pk}/").content.decode()


def test_where_plates_are_for_the_police_neighbours_do_not_read_them(db, login):
    cast = gather("be")
    report = make_report(cast.group, cast.bram)
    told = {"vehicle-0-kind": "car", "vehicle-0-plate": "1-ABC-234", "minutes_ago": "0", "entry_id": new_id()}
    assert login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/voertuig/", told).status_code == 302
    for person in (cast.anna, cast.bram, cast.gerrit):
        assert "ABC" not in without_chance(login(person).get(f"/meldingen/{report.pk}/").content.decode())


def test_an_empty_card_is_not_news(cast, report, login):
    answer = login(cast.gerrit).post(
        f"/meldingen/{report.pk}/aanvullen/persoon/", {"minutes_ago": "0", "entry_id": new_id()}
    )
    assert answer.status_code == 200
    assert kinds(report) == ["shared", "sighting"]


def test_advice_is_given_once_and_may_be_refused(cast, report, login):
    client = login(cast.gerrit)
    told = {"place": "Merelweg", "text": "HIJ RENT NU WEG", "minutes_ago": "0", "entry_id": new_id()}
    first = client.post(f"/meldingen/{report.pk}/aanvullen/gezien/", told)
    assert first.status_code == 200
    assert 'name="advice_seen"' in first.content.decode()
    assert client.post(f"/meldingen/{report.pk}/aanvullen/gezien/", told | {"advice_seen": "1"}).status_code == 302


def test_who_writes_again_and_again_is_asked_to_put_it_together(cast, report, login):
    client, url = login(cast.anna), f"/meldingen/{report.pk}/aanvullen/gezien/"
    answers = []
    for street in ("Merelweg", "Lijsterstraat", "Vinkenlaan", "Mezenlaan"):
        answers.append(client.post(url, {"place": street, "minutes_ago": "0", "entry_id": new_id()}).status_code)
    assert answers == [302, 302, 302, 200]


def test_words_that_harm_stop_at_their_field(cast, report, login):
    told = {
        "place": "Merelweg",
        "text": "Kom allemaal, we pakken hem",
        "minutes_ago": "0",
        "entry_id": new_id(),
        "advice_seen": "1",
    }
    answer = login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/gezien/", told)
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()
    assert kinds(report) == ["shared", "sighting"]


def test_correcting_by_form_keeps_what_was_not_touched(cast, report, login):
    client = login(cast.bram)
    page = client.get(f"/meldingen/{report.pk}/verbeteren/")
    data = {
        bound.html_name: bound.value() or ""
        for form in [page.context["form"], *page.context["form"].cards]
        for bound in form
    }
    answer = client.post(
        f"/meldingen/{report.pk}/verbeteren/", data | {"text": "Man zoekt zijn kat.", "advice_seen": "1"}
    )
    assert answer.status_code == 302
    page = client.get(f"/meldingen/{report.pk}/").content.decode()
    assert "Man zoekt zijn kat" in page
    assert "Donkere jas" in page
    assert "achterpoorten" not in page


def test_withdrawing_by_form_erases(cast, report, login):
    told = {"reason": "nothing_wrong", "text": "Het was de krantenbezorger", "entry_id": new_id()}
    assert login(cast.bram).post(f"/meldingen/{report.pk}/intrekken/", told).status_code == 302
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    assert "krantenbezorger" in page
    assert "Donkere jas" not in page
    assert Entry.objects.filter(report=report, content__isnull=False).count() == 1


def test_closing_by_form(cast, report, login):
    told = {"reason": "police_dealt", "advice": "Kijk uw poort na", "entry_id": new_id()}
    answer = login(cast.anna).post(f"/bureau/{cast.group.slug}/meldingen/{report.pk}/afsluiten/", told)
    assert answer["Location"] == f"/bureau/{cast.group.slug}/"
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    assert "Kijk uw poort na" in page
    assert "bw-now__bar" not in page


def test_going_together_by_form(cast, report, login):
    assert login(cast.bram).post(f"/meldingen/{report.pk}/samen/").status_code == 302
    wish = report.buddy_requests.get()
    assert "mee/" in login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    assert login(cast.gerrit).post(f"/meldingen/{report.pk}/samen/{wish.pk}/mee/").status_code == 302
    assert "mee/" not in login(cast.anna).get(f"/meldingen/{report.pk}/").content.decode()
    assert login(cast.gerrit).post(f"/meldingen/{report.pk}/samen/{wish.pk}/veilig/", {"home": ""}).status_code == 302
    wish.refresh_from_db()
    assert wish.ended_at is not None


def test_in_belgium_nobody_is_asked_along(db, login):
    cast = gather("be")
    report = make_report(cast.group, cast.bram)
    assert "samen/" not in login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    assert status(login, cast.gerrit, f"/meldingen/{report.pk}/samen/") == 400
