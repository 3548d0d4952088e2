# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from buurtwacht.delivery.models import Delivery
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.asking.services import answer_member, ask_coordinator, ask_more
from buurtwacht.outreach.models import MemberQuestion
from buurtwacht.outreach.personal_data import export_asked, forget_asked
from buurtwacht.people.services import erase_person
from buurtwacht.reports.models import Report
from buurtwacht.reports.tests.stories import make_report

WORDS = "Wanneer is de volgende bijeenkomst?"
NEWS = "Er staat nu een man aan de deuren te voelen in de Lijsterstraat."
PATH = "/groepen/vogelbuurt/vraag/"


@pytest.fixture
def report(cast):
    """An alarm of half an hour ago."""
    with time_machine.travel(timezone.now() - timedelta(minutes=30), tick=True):
        return make_report(cast.group, cast.anna)


def test_a_question_about_a_report_warns_nobody_and_reaches_who_coordinates_today(
    by_day, cast, login, received, report
):
    for person in (cast.anna, cast.bram, cast.gerrit, cast.farid):
        received(person)
    bram = login(cast.bram)
    assert f"/meldingen/{report.pk}/vraag/" in bram.get(f"/meldingen/{report.pk}/").content.decode()

    before = Delivery.objects.count()
    bram.post(f"/meldingen/{report.pk}/vraag/", {"words": "Komt de politie hier nog op terug?"})

    [question] = MemberQuestion.objects.all()
    assert question.report == report
    assert Report.objects.count() == 1
    notice = received(cast.anna)[-1]
    assert notice.title == "Een vraag van een deelnemer"
    assert "politie" not in notice.title + notice.body
    assert Delivery.objects.exclude(person_id=cast.anna.pk).count() <= before


def test_a_deputy_who_stands_in_reads_it_too(by_day, cast, received):
    today = timezone.localdate()
    gerrit = cast.group.memberships.get(person=cast.gerrit)
    gerrit.deputy_from, gerrit.deputy_until = today - timedelta(days=1), today + timedelta(days=1)
    gerrit.save()

    ask_coordinator(cast.group, WORDS, by=cast.bram)

    assert len(received(cast.gerrit)) == len(received(cast.anna)) == 1
    assert received(cast.bram) == []


def test_one_question_one_answer_one_more_and_it_is_closed(by_day, cast, login, received):
    bram, anna = login(cast.bram), login(cast.anna)
    bram.post(PATH, {"words": WORDS})
    first = MemberQuestion.objects.get()
    desk = f"/bureau/vogelbuurt/ledenvragen/{first.pk}/"
    assert desk in anna.get("/bureau/vogelbuurt/").content.decode()
    assert "Bram, Merelweg" in anna.get(desk).content.decode()

    anna.post(desk, {"answer": "Op 3 december om 20 uur."})
    notice = received(cast.bram)[-1]
    assert notice.body == "Op 3 december om 20 uur."
    page = f"/mijn/vragen/{first.pk}/"
    assert page in notice.url
    assert "Op 3 december om 20 uur." in bram.get(page).content.decode()

    bram.post(page, {"words": "En waar is dat?"})
    more = MemberQuestion.objects.get(follows=first)
    assert anna.post(f"/bureau/vogelbuurt/ledenvragen/{more.pk}/", {"answer": "In het buurthuis."}).status_code == 302
    assert "<textarea" not in bram.get(page).content.decode()
    assert bram.post(page, {"words": "Dank. En hoe laat?"}).status_code == 400
    assert MemberQuestion.objects.count() == 2
    assert anna.post(desk, {"answer": "Toch niet."}).status_code == 400


def test_while_it_waits_nothing_more_can_be_asked_about_it(cast):
    question = ask_coordinator(cast.group, WORDS, by=cast.bram)

    with pytest.raises(DomainError):
        ask_more(question, "Hallo?", by=cast.bram)


def test_nobody_else_reads_it(cast, login, report):
    question = ask_coordinator(cast.group, WORDS, by=cast.bram)
    desk = f"/bureau/vogelbuurt/ledenvragen/{question.pk}/"

    for person in (cast.gerrit, cast.farid, cast.dirk, cast.eva, cast.anna):
        assert login(person).get(f"/mijn/vragen/{question.pk}/").status_code == 404
    for person in (cast.bram, cast.gerrit, cast.farid, cast.dirk, cast.eva):
        assert login(person).get(desk).status_code == 404
        assert login(person).get("/bureau/vogelbuurt/ledenvragen/").status_code == 404
    assert login(cast.farid).get(f"/meldingen/{report.pk}/vraag/").status_code == 404
    assert login(cast.farid).get(PATH).status_code == 404


def test_what_happens_now_belongs_in_the_report_and_no_word_is_lost(cast, login, report):
    bram = login(cast.bram)
    path = f"/meldingen/{report.pk}/vraag/"

    page = bram.post(path, {"words": NEWS}).content.decode()
    assert NEWS in page
    assert "Bel dan eerst 112" in page
    assert f"/meldingen/{report.pk}/aanvullen/" in page
    assert MemberQuestion.objects.count() == 0

    assert bram.post(path, {"words": NEWS, "advice_seen": "1"}).status_code == 302
    assert MemberQuestion.objects.get().words == NEWS


def test_in_the_first_minutes_of_an_alarm_nothing_is_asked(cast, login):
    report = make_report(cast.group, cast.anna)
    bram = login(cast.bram)

    assert f"/meldingen/{report.pk}/vraag/" not in bram.get(f"/meldingen/{report.pk}/").content.decode()
    assert bram.get(f"/meldingen/{report.pk}/vraag/").status_code == 400


def test_the_wording_check_reads_question_and_answer(cast, login):
    bram, anna = login(cast.bram), login(cast.anna)
    assert bram.post(PATH, {"words": "Die klootzak van een buurman, wat doet u eraan?"}).status_code == 400
    assert MemberQuestion.objects.count() == 0

    question = ask_coordinator(cast.group, WORDS, by=cast.bram)
    desk = f"/bureau/vogelbuurt/ledenvragen/{question.pk}/"
    assert anna.post(desk, {"answer": "Wat een idioot bent u."}).status_code == 400
    question.refresh_from_db()
    assert question.answered_at is None


def test_three_a_day_are_enough(cast):
    for _time in range(3):
        ask_coordinator(cast.group, WORDS, by=cast.bram)

    with pytest.raises(DomainError):
        ask_coordinator(cast.group, WORDS, by=cast.bram)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert ask_coordinator(cast.group, WORDS, by=cast.bram).pk


def test_who_coordinates_asks_nobody_and_without_a_coordinator_the_page_says_whom(cast, login):
    assert login(cast.anna).get(PATH).status_code == 400
    cast.group.memberships.filter(person=cast.anna).update(role="member")
    assert login(cast.bram).get(PATH).status_code == 400


def test_who_left_waits_for_nothing(cast, login):
    ask_coordinator(cast.group, WORDS, by=cast.bram)
    cast.group.memberships.filter(person=cast.bram).update(left_at=timezone.now())

    assert "Beantwoord een vraag" not in login(cast.anna).get("/bureau/vogelbuurt/").content.decode()


@pytest.mark.parametrize("words", ["", "a" * 1001, "a\x00b"])
def test_bad_input_gets_a_sentence(cast, login, words):
    response = login(cast.bram).post(PATH, {"words": words})

    assert response.status_code == 400
    assert "utrecht-form-field-error-message" in response.content.decode() or "bw-error" in response.content.decode()
    assert MemberQuestion.objects.count() == 0


def test_it_is_sealed_and_the_journal_holds_ids_only(cast):
    question = ask_coordinator(cast.group, WORDS, by=cast.bram)
    answer_member(question, "Op 3 december.", by=cast.anna)

    with connection.cursor() as cursor:
        cursor.execute("SELECT words, answer FROM outreach_memberquestion WHERE id = %s", [question.pk])
        assert b"bijeenkomst" not in b"".join(bytes(value) for value in cursor.fetchone())
    told = str(list(Line.objects.filter(action__startswith="question.").values_list("action", "facts")))
    assert "question.asked" in told
    assert "question.answered" in told
    assert "bijeenkomst" not in told


def test_after_ninety_days_it_is_gone_and_a_question_goes_with_what_followed(cast):
    question = ask_coordinator(cast.group, WORDS, by=cast.bram)
    answer_member(question, "Ja.", by=cast.anna)
    with time_machine.travel(timezone.now() + timedelta(days=10)):
        ask_more(question, "Waar?", by=cast.bram)
    now = timezone.now()

    assert forget_asked(now + timedelta(days=95)) == 0
    assert forget_asked(now + timedelta(days=101)) == 2
    assert MemberQuestion.objects.count() == 0


def test_who_asked_takes_it_along_and_it_goes_with_them(cast):
    mine, other = (ask_coordinator(cast.group, WORDS, by=person) for person in (cast.bram, cast.gerrit))
    answer_member(mine, "Ja.", by=cast.anna)
    assert export_asked(cast.bram.pk)[0]["answer"] == "Ja."

    erase_person(cast.bram)
    erase_person(cast.anna)
    assert list(MemberQuestion.objects.all()) == [other]
