# SPDX-License-Identifier: EUPL-1.2
"""Something of the group stood elsewhere: whose mark is on it, who could have seen it, and who may look."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import end_membership
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.leaks import queries, services
from buurtwacht.moderation.models import Case, LeakLook
from buurtwacht.people.queries import own_data
from buurtwacht.people.services import erase_person
from buurtwacht.people.viewing import matches, reference_of
from buurtwacht.privacy.services import forget_what_is_due
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import hide_report
from buurtwacht.testing.cast import join, make_person

LEAK = "/bureau/vogelbuurt/lek/"


@pytest.fixture
def ingrid(cast):
    ingrid = make_person("Ingrid")
    join(cast.group, ingrid, Membership.Role.COORDINATOR, street="Vinkenlaan")
    return ingrid


@pytest.fixture(autouse=True)
def not_tried_yet(db):
    cache.clear()


def look_for(client, mark, reason="screenshot"):
    return client.post(LEAK, {"mark": mark, "reason": reason}, follow=True)


def test_a_mark_leads_to_the_member_whose_screen_it_was(cast, login):
    page = look_for(login(cast.anna), reference_of(cast.bram).lower().replace("-", " "))

    assert "Bram, Merelweg" in page.content.decode()
    [line] = Line.objects.filter(action="leak.looked_up")
    assert line.by_id == cast.anna.pk
    assert line.facts == {"group": str(cast.group.pk), "way": "mark", "reason": "screenshot", "people": 1}


def test_half_a_mark_will_do_and_two_letters_will_not(cast, login):
    first, second = reference_of(cast.bram).split("-")
    assert "Bram" in look_for(login(cast.anna), second).content.decode()
    assert matches(first, reference_of(cast.bram))
    assert not matches(first[:2], reference_of(cast.bram))


@pytest.mark.parametrize("mark", ["0000-0000", "niets", "<script>", "'; --", "\u202e7A2C", "x" * 41])
def test_nobody_has_this_mark(cast, login, mark):
    page = look_for(login(cast.anna), mark)
    assert page.status_code == 400
    assert not LeakLook.objects.exists()


def test_somebody_of_another_group_sounds_the_same_as_nobody(cast, login):
    stranger = look_for(login(cast.anna), reference_of(cast.farid))
    nobody = look_for(login(cast.anna), "1234-5678")
    words = "Niemand van deze groep heeft dit merk"
    assert words in stranger.content.decode()
    assert words in nobody.content.decode()
    assert "Farid" not in stranger.content.decode()


def test_guessing_ends_after_a_few_tries_and_leaves_a_trace(cast, ingrid, login, time_machine):
    client = login(cast.anna)
    wrong = [f"{number:04}-ZZZZ" for number in range(services.MARKS.most - 1)] + [reference_of(cast.farid)]
    sounds = {look_for(client, mark).content.decode().count("bw-error") for mark in wrong}
    assert len(sounds) == 1  # the mark of another group sounds as a wrong one
    assert Line.objects.filter(action="leak.tried", by_id=cast.anna.pk).count() == services.MARKS.most

    refused = look_for(client, reference_of(cast.bram))
    assert refused.status_code == 400
    assert "Merelweg" not in refused.content.decode()
    assert not LeakLook.objects.exists()
    assert "Merelweg" in look_for(login(ingrid), reference_of(cast.bram)).content.decode()
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))
    assert services.look_up_mark(cast.group, reference_of(cast.bram), reason="words", by=cast.anna)


def test_without_a_reason_there_is_no_name(cast, login):
    page = login(cast.anna).post(LEAK, {"mark": reference_of(cast.bram)})
    assert page.status_code == 400
    assert "Merelweg" not in page.content.decode()
    assert not LeakLook.objects.exists()


def test_ones_own_mark_goes_to_the_others(cast, ingrid, login):
    page = look_for(login(cast.anna), reference_of(cast.anna))

    assert page.redirect_chain[-1][0] == LEAK
    [case] = Case.objects.all()
    assert (case.person_id, case.opened_by_id, case.desk) == (cast.anna.pk, None, "administrators")
    assert login(ingrid).get(f"/bureau/vogelbuurt/zaken/{case.pk}/").status_code == 200
    assert login(cast.anna).get(f"/bureau/vogelbuurt/zaken/{case.pk}/").status_code == 404


def test_who_administers_alone_goes_before_the_organisation(cast, login):
    look_for(login(cast.anna), reference_of(cast.anna))
    assert Case.objects.get().desk == "organisation"


def test_only_who_administers_the_group_may_look(cast, login):
    report = make_report(cast.group, cast.bram)
    for person in (cast.bram, cast.farid, cast.dirk, cast.eva, cast.hanna):
        assert login(person).get(LEAK).status_code == 404
        assert login(person).get(f"{LEAK}{report.pk}/").status_code == 404
    with pytest.raises(DomainError):
        services.look_up_audience(report, reason="words", by=cast.bram)


def test_a_report_of_another_group_is_no_report_here(cast, login):
    theirs = make_report(cast.next_group, cast.farid)
    assert login(cast.anna).get(f"{LEAK}{theirs.pk}/").status_code == 404


class TestAudience:
    def test_it_counts_before_it_names(self, cast, login, received):
        report = make_report(cast.group, cast.bram)
        page = login(cast.anna).get(f"{LEAK}{report.pk}/").content.decode()
        assert "Gerrit" not in page
        assert "Bram" not in page
        assert not LeakLook.objects.exists()

        page = login(cast.anna).post(f"{LEAK}{report.pk}/", {"reason": "words"}, follow=True).content.decode()
        assert "Gerrit, Vinkenlaan" in page
        assert "Bram, Merelweg" in page
        assert Line.objects.filter(action="leak.looked_up", facts__way="report", facts__people=3).exists()

    def test_who_was_told_and_who_surely_opened_it(self, cast, received):
        report = make_report(cast.group, cast.bram)
        received(cast.gerrit)
        audience = queries.audience_of(report)
        viewers = {viewer.membership.person_id: viewer for viewer in audience.viewers}
        assert set(viewers) == {cast.anna.pk, cast.bram.pk, cast.gerrit.pk}
        assert viewers[cast.bram.pk].wrote
        assert viewers[cast.bram.pk].opened
        assert not viewers[cast.gerrit.pk].opened
        assert audience.elsewhere == 0

    def test_who_left_before_it_was_shared_did_not_see_it(self, cast):
        end_membership(membership_in(cast.gerrit, cast.group))
        report = make_report(cast.group, cast.bram)
        end_membership(membership_in(cast.bram, cast.group))
        people = {viewer.membership.person_id for viewer in queries.audience_of(report).viewers}
        assert people == {cast.anna.pk, cast.bram.pk}

    def test_it_asks_no_more_of_the_database_for_a_large_group(self, cast, django_assert_max_num_queries):
        report = make_report(cast.group, cast.bram)
        for number in range(20):
            join(cast.group, make_person(f"Buur{number}"))
        with django_assert_max_num_queries(8):
            assert len(queries.audience_of(report).viewers) == 23


def test_the_page_with_names_is_for_who_asked_and_for_today(cast, ingrid, login):
    look = services.look_up_mark(cast.group, reference_of(cast.bram), reason="print", by=cast.anna)
    url = f"{LEAK}namen/{look.pk}/"
    assert login(cast.anna).get(url).status_code == 200
    assert login(ingrid).get(url).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert login(cast.anna).get(url).status_code == 404


def test_who_was_named_reads_it_in_their_own_data_and_not_by_whom(cast):
    services.look_up_mark(cast.group, reference_of(cast.bram), reason="print", by=cast.anna)

    mine = str(own_data(cast.bram))
    assert "Er is een afdruk gevonden" in mine
    assert "Anna" not in mine
    assert str(cast.anna.pk) not in mine
    assert "afdruk" not in str(own_data(cast.gerrit))


def test_erasing_takes_the_name_out_and_a_year_takes_the_rest(cast):
    look = services.look_up_mark(cast.group, reference_of(cast.bram), reason="print", by=cast.anna)
    erase_person(cast.bram)
    look.refresh_from_db()
    assert look.people == []
    forget_what_is_due(timezone.now() + timedelta(days=366))
    assert not LeakLook.objects.exists()


def test_looking_up_ones_own_mark_again_opens_no_second_case(cast, ingrid, login):
    for _again in range(3):
        look_for(login(cast.anna), reference_of(cast.anna))

    assert Case.objects.count() == 1
    Case.objects.update(closed_at=timezone.now())
    look_for(login(cast.anna), reference_of(cast.anna))
    assert Case.objects.count() == 2


def test_a_hidden_report_can_be_chosen_and_its_words_stay_hidden(cast, login):
    report = make_report(cast.group, cast.bram)
    client = login(cast.anna)
    assert report.title in client.get(LEAK).content.decode()
    hide_report(report, by=cast.anna, reason="accusation")

    for url in (LEAK, f"{LEAK}{report.pk}/"):
        page = client.get(url).content.decode()
        assert report.title not in page
        assert "Een melding waarvan niemand hier de woorden leest" in page
