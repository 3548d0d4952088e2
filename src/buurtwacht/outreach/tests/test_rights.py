# SPDX-License-Identifier: EUPL-1.2
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from buurtwacht.groups.services import end_membership
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.personal_data import export_requests, forget_requests
from buurtwacht.outreach.rights import rules
from buurtwacht.outreach.rights.queries import found_for
from buurtwacht.outreach.rights.services import (
    answer_request,
    ask_for_rights,
    erase_described,
    note_report,
    prolong_request,
    remind_of_terms,
)
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report

FORM = "/uw-rechten/ede/"
MAIL = "ivo@voorbeeld.example"


def told(**changes) -> dict[str, str]:
    return {
        "kind": "erasure",
        "street": "Merelweg",
        "on": timezone.localdate().isoformat(),
        "hour": "21",
        "words": "Ik bracht een pakje rond en iemand maakte een foto.",
        "name": "Ivo",
        "email": MAIL,
    } | changes


def code_in(mail) -> str:
    return re.search(r"^(\d{6})$", mail.body, re.MULTILINE)[1]


@pytest.fixture
def asked(cast) -> RightsRequest:
    """A request that was received today."""
    today = timezone.localdate()
    request = ask_for_rights(
        cast.organisation, kind="erasure", name="Ivo", email=MAIL, words="Dat was ik.", street="Merelweg", on=today
    )
    RightsRequest.objects.filter(pk=request.pk).update(
        received_at=timezone.now(), due_on=rules.due_on(today), code=None
    )
    request.refresh_from_db()
    return request


@pytest.fixture
def report(cast) -> Report:
    """A report of the Merelweg that has ended, by Bram."""
    report = make_report(cast.group, cast.bram)
    close_report(report, by=cast.anna, reason="nothing_more")
    report.refresh_from_db()
    return report


def test_who_was_described_asks_and_gets_an_answer_with_where_to_complain(by_day, cast, client, login, mailoutbox):
    page = client.post(FORM, told())
    handle_due_lines()
    assert client.post(page.url, {"code": "000000"}).status_code == 400
    assert not RightsRequest.objects.get().received_at

    assert client.post(page.url, {"code": code_in(mailoutbox[0])}).status_code == 302
    request = RightsRequest.objects.get()
    assert request.due_on == rules.months_after(timezone.localdate(), 1)
    assert request.reference in client.get(page.url).content.decode()

    eva = login(cast.eva)
    desk = f"/gemeente/ede/verzoeken/{request.pk}/"
    assert desk in eva.get("/gemeente/ede/verzoeken/").content.decode()
    given = {
        "act": "answer",
        "outcome": "partly",
        "known_by": "talk",
        "answer": "De tekst is weg, de dag blijft staan.",
    }
    assert eva.post(desk, given).status_code == 302
    handle_due_lines()

    letter = mailoutbox[-1]
    assert letter.to == [MAIL]
    assert "Wij doen een deel van wat u vraagt." in letter.body
    assert "De tekst is weg, de dag blijft staan." in letter.body
    assert "Autoriteit Persoonsgegevens" in letter.body
    assert "eva" not in (letter.body + letter.from_email).lower()


def test_in_belgium_the_authority_is_another(lanaken, client, mailoutbox):
    client.post("/uw-rechten/lanaken/", told())
    request = RightsRequest.objects.get()
    RightsRequest.objects.update(received_at=timezone.now(), due_on=timezone.localdate())
    wout = request.organisation.groups.get().memberships.get().person
    answer_request(request, by=wout, outcome="refused", answer="Er staat niets over u.")
    handle_due_lines()

    assert "Gegevensbeschermingsautoriteit (GBA)" in mailoutbox[-1].body


def test_without_the_code_nothing_is_received_and_nobody_hears_of_it(by_day, cast, client, received, mailoutbox):
    client.post(FORM, told())
    handle_due_lines()

    assert received(cast.eva) == []
    assert len(mailoutbox) == 1
    assert forget_requests(timezone.now() + timedelta(hours=23)) == 0
    assert forget_requests(timezone.now() + timedelta(hours=25)) == 1


def test_the_officials_hear_of_it_and_read_no_name_on_a_locked_screen(by_day, cast, client, received, mailoutbox):
    page = client.post(FORM, told())
    handle_due_lines()
    client.post(page.url, {"code": code_in(mailoutbox[0])})

    [notice] = received(cast.eva)
    assert "Ivo" not in notice.title + notice.body
    assert received(cast.anna) == received(cast.bram) == received(cast.dirk) == []


def test_only_who_answers_sees_it(cast, login, asked, report):
    desk = f"/gemeente/ede/verzoeken/{asked.pk}/"
    for person in (cast.anna, cast.bram, cast.dirk, cast.farid, cast.hanna):
        assert login(person).get(desk).status_code == 404
        assert login(person).get("/gemeente/ede/verzoeken/").status_code == 404
        assert login(person).post(f"{desk}melding/{report.pk}/", {"erase": "1"}).status_code == 404
    assert Entry.objects.filter(report=report, kind="shared", content__isnull=False).exists()


def test_without_an_official_the_coordinators_answer_each_for_their_own_group(cast, login, asked, report):
    cast.organisation.roles.filter(role="official").delete()
    other = make_report(cast.next_group, cast.farid)
    anna = login(cast.anna)

    assert "Beantwoord een verzoek" in anna.get("/bureau/vogelbuurt/").content.decode()
    found = found_for(asked, person=cast.anna, street="Merelweg", on=timezone.localdate())
    assert [one.report for one in found] == [report]
    assert anna.post(f"/gemeente/ede/verzoeken/{asked.pk}/melding/{other.pk}/", {"note": "1"}).status_code == 404
    assert login(cast.eva).get(f"/gemeente/ede/verzoeken/{asked.pk}/").status_code == 404


def test_where_nobody_sits_the_page_says_whom_to_ask(cast, client):
    cast.organisation.roles.filter(role="official").delete()
    end_membership(cast.group.memberships.get(person=cast.anna))

    page = client.get(FORM).content.decode()
    assert "<textarea" not in page
    assert "Vraag het de beheerder" in page
    client.post(FORM, told())
    assert RightsRequest.objects.count() == 0


def test_a_search_shows_what_was_said_and_not_which_neighbour_said_it(cast, login, asked, report):
    cast.bram.first_name = "Bartholomeus"
    cast.bram.save()
    desk = f"/gemeente/ede/verzoeken/{asked.pk}/"
    today = timezone.localdate()

    page = login(cast.eva).post(desk, {"act": "search", "street": "MEREL weg", "on": today.isoformat()})
    assert f"/melding/{report.pk}/" in page.content.decode()
    assert "Bartholomeus" not in page.content.decode()
    for street, day in (("Vinkenlaan", today), ("Merelweg", today - timedelta(days=5)), ("e", today)):
        page = login(cast.eva).post(desk, {"act": "search", "street": street, "on": day.isoformat()})
        assert f"/melding/{report.pk}/" not in page.content.decode()
    line = Line.objects.filter(action="request.searched").first()
    assert line.facts == {"organisation": str(cast.organisation.pk), "found": 1}


def test_an_answer_names_no_neighbour(cast, login, asked, report):
    note_report(asked, report, by=cast.eva)
    told_by = {"act": "answer", "outcome": "granted", "known_by": "details", "answer": "Bram had dit gemeld."}

    page = login(cast.eva).post(f"/gemeente/ede/verzoeken/{asked.pk}/", told_by)
    assert page.status_code == 400
    assert "Bram had dit gemeld." in page.content.decode()
    asked.refresh_from_db()
    assert asked.answered_at is None


def test_the_description_is_erased_and_the_page_of_the_report_says_nothing_of_it(cast, login, asked, report):
    eva = login(cast.eva)
    eva.post(f"/gemeente/ede/verzoeken/{asked.pk}/melding/{report.pk}/", {"erase": "1"})

    assert list(asked.concerns.all()) == [report]
    assert not Entry.objects.filter(report=report, kind="shared", content__isnull=False).exists()
    [line] = Line.objects.filter(action="request.erased")
    assert line.facts["report"] == str(report.pk)


def test_while_a_report_goes_on_nothing_is_erased(cast, asked):
    live = make_report(cast.group, cast.bram)

    with pytest.raises(DomainError):
        erase_described(asked, live, by=cast.eva)


def test_granting_asks_how_they_are_known_and_refusing_does_not(cast, asked):
    with pytest.raises(DomainError):
        answer_request(asked, by=cast.eva, outcome="granted", answer="Het is gewist.")

    assert answer_request(asked, by=cast.eva, outcome="refused", answer="Er staat niets over u.").answered_at
    with pytest.raises(DomainError):
        answer_request(asked, by=cast.eva, outcome="refused", answer="Nog eens.")


@pytest.mark.parametrize(
    ("received", "first", "prolonged"),
    [
        (date(2026, 11, 22), date(2026, 12, 22), date(2027, 2, 22)),
        (date(2027, 1, 31), date(2027, 2, 28), date(2027, 4, 30)),
        (date(2028, 1, 30), date(2028, 2, 29), date(2028, 4, 30)),
        (date(2026, 12, 31), date(2027, 1, 31), date(2027, 3, 31)),
    ],
)
def test_the_term_is_a_month_of_the_calendar(received, first, prolonged):
    assert rules.due_on(received) == first
    assert rules.due_on(received, prolonged=True) == prolonged


def test_it_is_prolonged_once_within_the_month_and_with_a_reason(cast, asked, mailoutbox):
    prolong_request(asked, by=cast.eva, because="Wij zoeken in drie groepen.")
    handle_due_lines()
    asked.refresh_from_db()
    assert asked.due_on == rules.due_on(timezone.localdate(), prolonged=True)
    assert "Wij zoeken in drie groepen." in mailoutbox[-1].body

    with pytest.raises(DomainError):
        prolong_request(asked, by=cast.eva, because="Nog langer.")


def test_after_the_first_month_it_is_too_late_to_prolong(cast, asked):
    RightsRequest.objects.filter(pk=asked.pk).update(due_on=timezone.localdate() - timedelta(days=1))

    with pytest.raises(DomainError):
        prolong_request(asked, by=cast.eva, because="Te laat.")


def test_reminders_come_a_week_and_a_day_before_and_once_each(by_day, cast, asked, received):
    assert remind_of_terms(asked.due_on - timedelta(days=8)) == 0
    for before, count in ((7, 1), (6, 0), (1, 1), (0, 0)):
        assert remind_of_terms(asked.due_on - timedelta(days=before)) == count
    assert [one.title for one in received(cast.eva)] == ["Een verzoek wacht op uw antwoord"] * 2

    answer_request(asked, by=cast.eva, outcome="refused", answer="Er staat niets over u.")
    RightsRequest.objects.update(reminders=0)
    assert remind_of_terms(asked.due_on) == 0


def test_a_year_after_the_answer_everything_is_gone(cast, asked, report):
    note_report(asked, report, by=cast.eva)
    now = timezone.now()
    assert forget_requests(now + timedelta(days=900)) == 0  # it waits for its answer

    answer_request(asked, by=cast.eva, outcome="refused", answer="Er staat niets over u.")
    assert forget_requests(now + timedelta(days=364)) == 0
    assert forget_requests(now + timedelta(days=366)) == 1
    assert Report.objects.filter(pk=report.pk).exists()


def test_it_is_sealed_and_the_journal_holds_ids_and_codes(cast, asked):
    answer_request(asked, by=cast.eva, outcome="refused", answer="Er staat niets over u.")

    with connection.cursor() as cursor:
        cursor.execute("SELECT name, email, words, moment, answer FROM outreach_rightsrequest")
        stored = b"".join(bytes(value) for value in cursor.fetchone())
    for words in (b"Ivo", b"ivo@", b"Dat was ik", b"Merelweg", b"Er staat"):
        assert words not in stored
    facts = str(list(Line.objects.filter(action__startswith="request.").values_list("facts", flat=True)))
    assert "Ivo" not in facts
    assert "Merelweg" not in facts


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"street": ""}, "Vul de naam van de straat in."),
        ({"street": "abc"}, "straat"),
        ({"on": "gisteren"}, "Vul de dag in"),
        ({"on": "2999-01-01"}, "Deze dag moet nog komen."),
        ({"email": "ivo"}, "Dit is geen volledig mailadres"),
        ({"words": "a\x00b"}, "<"),
        ({"kind": "alles"}, "<"),
        ({"hour": "77"}, "<"),
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_is_lost(client, cast, changes, sentence):
    response = client.post(FORM, told(**changes))

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert 'value="Ivo"' in response.content.decode()
    assert RightsRequest.objects.count() == 0


def test_a_program_is_thanked_and_who_asks_very_often_waits(client, cast):
    assert client.post(FORM, told(website="https://spam.example")).status_code == 302
    assert RightsRequest.objects.count() == 0
    answers = [client.post(FORM, told(email=f"ivo{n}@voorbeeld.example")).status_code for n in range(5)]
    assert answers == [302] * 4 + [429]


def test_a_forged_token_and_one_of_nothing_sound_the_same(client, db):
    for token in ("x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"):
        assert client.get(f"/uw-rechten/code/{token}/").status_code == 404


def test_whoever_asked_with_their_own_address_gets_it_back(cast, asked):
    RightsRequest.objects.filter(pk=asked.pk).update(email=cast.bram.email.upper())

    assert export_requests(cast.bram.pk)[0]["question"] == "Dat was ik."


def test_everybody_finds_the_page(client, cast):
    page = client.get("/uw-rechten/").content.decode()

    assert FORM in page
    assert "kopie van uw identiteitsbewijs" in page
    assert 'href="/uw-rechten/"' in client.get("/privacy/").content.decode()
