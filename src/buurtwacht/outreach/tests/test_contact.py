# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.services import end_membership
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.outreach.models import ContactMessage
from buurtwacht.outreach.personal_data import export_questions, forget_messages
from buurtwacht.people.services import erase_person
from buurtwacht.privacy.services import forget_what_is_due

CONTACT = "/buurtpreventie/ede/contact/"
QUESTION = {
    "desk": "coordinators",
    "group": "vogelbuurt",
    "words": "Mag mijn zoon ook meedoen?",
    "name": "Ivo",
    "email": "ivo@voorbeeld.example",
}


def ask(client, **changes) -> ContactMessage:
    assert client.post(CONTACT, QUESTION | changes).status_code == 302
    return ContactMessage.objects.latest("asked_at")


def test_a_question_reaches_the_coordinator_and_nobody_else(by_day, client, cast, received):
    ask(client)

    [notice] = received(cast.anna)
    assert "Een vraag van de site" in notice.title
    for words in ("Ivo", "zoon", "voorbeeld.example"):
        assert words not in notice.title + notice.body
    assert received(cast.bram) == received(cast.eva) == received(cast.farid) == []


@pytest.mark.parametrize("desk", ["municipality", "complaint"])
def test_a_question_to_the_municipality_and_a_complaint_go_to_the_officials(by_day, client, cast, received, desk):
    ask(client, desk=desk)

    assert len(received(cast.eva)) == 1
    assert received(cast.anna) == []


def test_the_coordinator_answers_by_the_desk_and_sees_no_address(client, login, cast, mailoutbox):
    message = ask(client)
    anna = login(cast.anna)
    path = f"/bureau/vogelbuurt/vragen/{message.pk}/"

    assert "Beantwoord een vraag van de site" in anna.get("/bureau/vogelbuurt/").content.decode()
    page = anna.get(path).content.decode()
    assert "Mag mijn zoon ook meedoen?" in page
    assert "ivo@voorbeeld.example" not in page

    anna.post(path, {"answer": "Vanaf 18 jaar. Welkom."})
    handle_due_lines()

    [mail] = mailoutbox
    assert mail.to == ["ivo@voorbeeld.example"]
    assert mail.subject == "Antwoord van Vogelbuurt op uw vraag"
    assert "Vanaf 18 jaar. Welkom." in mail.body
    assert "anna@" not in mail.body + mail.from_email
    assert "Beantwoord een vraag" not in anna.get("/bureau/vogelbuurt/").content.decode()


def test_a_question_is_answered_once(client, login, cast):
    message = ask(client)
    path = f"/bureau/vogelbuurt/vragen/{message.pk}/"
    login(cast.anna).post(path, {"answer": "Ja."})

    assert login(cast.anna).post(path, {"answer": "Nee."}).status_code == 400
    message.refresh_from_db()
    assert message.answer == "Ja."


def test_who_is_not_asked_sees_nothing(client, login, cast):
    to_group, to_town = ask(client), ask(client, desk="complaint")

    for person in (cast.bram, cast.farid, cast.eva, cast.dirk):
        assert login(person).get(f"/bureau/vogelbuurt/vragen/{to_group.pk}/").status_code == 404
    for person in (cast.anna, cast.bram, cast.dirk):
        assert login(person).get(f"/gemeente/ede/vragen/{to_town.pk}/").status_code == 404
    assert login(cast.eva).get(f"/gemeente/ede/vragen/{to_group.pk}/").status_code == 404
    assert login(cast.anna).get(f"/bureau/vogelbuurt/vragen/{to_town.pk}/").status_code == 404


def test_the_official_answers_too(client, login, cast, mailoutbox):
    message = ask(client, desk="complaint", group="")
    eva = login(cast.eva)
    assert "Wacht op antwoord" in eva.get("/gemeente/ede/vragen/").content.decode()

    eva.post(f"/gemeente/ede/vragen/{message.pk}/", {"answer": "Wij kijken ernaar."})
    handle_due_lines()

    assert mailoutbox[0].subject == "Antwoord van Ede op uw vraag"
    assert "Beantwoord" in eva.get("/gemeente/ede/vragen/").content.decode()


def test_only_desks_where_somebody_sits_are_offered(client, cast):
    page = client.get(CONTACT).content.decode()
    assert 'value="vogelbuurt"' in page
    assert 'value="bloemenbuurt"' not in page

    end_membership(cast.group.memberships.get(person=cast.anna))
    cast.organisation.roles.filter(role="official").delete()
    page = client.get(CONTACT).content.decode()
    assert "<textarea" not in page
    assert "Vraag het de beheerder" in page


def test_a_program_that_fills_in_everything_is_thanked_and_nothing_happens(client, cast):
    assert client.post(CONTACT, QUESTION | {"website": "https://spam.example"}).status_code == 302
    assert ContactMessage.objects.count() == 0


def test_who_asks_very_often_waits(client, cast):
    answers = [client.post(CONTACT, QUESTION).status_code for _ in range(7)]

    assert answers == [302] * 6 + [429]
    assert ContactMessage.objects.count() == 6


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": ""}, "Schrijf uw vraag op."),
        ({"email": "ivo"}, "Dit is geen volledig mailadres"),
        ({"desk": ""}, "Kies aan wie u iets wilt vragen."),
        ({"group": ""}, "Kies de groep van wie u de coördinator iets wilt vragen."),
        ({"words": "a" * 2001}, "Dit is te lang."),
        ({"words": "a\x00b"}, "<"),
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_is_lost(client, cast, changes, sentence):
    response = client.post(CONTACT, QUESTION | changes)
    page = response.content.decode()

    assert response.status_code == 200
    assert sentence in page
    assert 'value="Ivo"' in page
    assert ContactMessage.objects.count() == 0


def test_it_is_kept_unreadable_and_never_in_the_journal(client, cast, db):
    from django.db import connection

    message = ask(client)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, email, name FROM outreach_contactmessage WHERE id = %s", [message.pk])
        stored = b"".join(bytes(value) for value in cursor.fetchone())
    assert b"zoon" not in stored
    assert b"ivo" not in stored
    assert "zoon" not in str(list(Line.objects.values_list("facts", flat=True)))


def test_after_thirty_days_it_is_gone(client, cast):
    ask(client)
    now = timezone.now()

    assert forget_messages(now + timedelta(days=29)) == 0
    forget_what_is_due(now + timedelta(days=31))
    assert ContactMessage.objects.count() == 0


def test_a_group_of_another_organisation_cannot_be_asked_here(client, cast, lanaken):
    page = client.post(CONTACT, QUESTION | {"group": "smeermaas"})

    assert page.status_code == 200
    assert ContactMessage.objects.count() == 0


def test_whoever_asked_with_their_own_address_gets_it_back_and_can_have_it_erased(client, cast):
    mine, other = ask(client, email=cast.bram.email.upper()), ask(client)

    [row] = export_questions(cast.bram.pk)
    assert row["question"] == QUESTION["words"]

    erase_person(cast.bram)
    assert list(ContactMessage.objects.all()) == [other]
    assert mine != other
