# SPDX-License-Identifier: EUPL-1.2
"""A letter becomes a request of the day on which it came, and the answer is a letter again."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.journal.services import handle_due_lines
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights import rules
from buurtwacht.outreach.rights.paper import letter_pdf
from buurtwacht.outreach.rights.services import answer_request, prolong_request

FORM = "/gemeente/ede/verzoeken/brief/"


def letter(**changes) -> dict[str, str]:
    came = timezone.localdate() - timedelta(days=9)
    return {
        "received_on": came.isoformat(),
        "kind": "access",
        "street": "Merelweg",
        "on": (came - timedelta(days=3)).isoformat(),
        "hour": "",
        "words": "Ik liep daar met een ladder.",
        "name": "Ivo Jansen",
        "address": "Bosweg 3\n6711 AB Ede",
        "email": "",
        "language": "nl",
    } | changes


@pytest.fixture
def entered(cast, login) -> RightsRequest:
    login(cast.eva).post(FORM, letter())
    return RightsRequest.objects.get()


def test_the_month_counts_from_the_day_on_which_the_letter_came(cast, login, entered, mailoutbox):
    came = timezone.localdate() - timedelta(days=9)
    assert entered.due_on == rules.due_on(came)
    assert timezone.localdate(entered.received_at) == came
    handle_due_lines()
    assert mailoutbox == []

    page = login(cast.eva).get(f"/gemeente/ede/verzoeken/{entered.pk}/").content.decode()
    assert "Ik liep daar met een ladder." in page
    assert "Bosweg 3" in page
    assert f"/gemeente/ede/verzoeken/{entered.pk}/brief/" in page


def test_the_answer_is_printed_in_place_of_mailed(cast, login, entered, mailoutbox):
    eva = login(cast.eva)
    path = f"/gemeente/ede/verzoeken/{entered.pk}/"
    given = {"act": "answer", "outcome": "refused", "answer": "Er staat niets over u."}
    assert eva.post(path, given).url == path
    handle_due_lines()

    assert mailoutbox == []
    printed = eva.get(f"{path}brief/")
    assert printed["Content-Type"] == "application/pdf"
    assert printed.content.startswith(b"%PDF")


def test_the_letter_says_what_the_mail_says(cast, entered, monkeypatch):
    said = []
    monkeypatch.setattr("buurtwacht.outreach.rights.paper.pdf_from", lambda template, data: said.append(data) or b"")
    letter_pdf(entered)
    prolong_request(entered, by=cast.eva, because="Wij zoeken in drie groepen.")
    entered.refresh_from_db()
    letter_pdf(entered)
    answer_request(entered, by=cast.eva, outcome="refused", answer="Er staat niets over u.")
    entered.refresh_from_db()
    letter_pdf(entered)

    came, longer, answer = (" ".join(one["paragraphs"]) for one in said)
    assert "per brief naar dit adres" in came
    assert "Wij zoeken in drie groepen." in longer
    assert "Er staat niets over u." in answer
    assert "Autoriteit Persoonsgegevens" in answer
    assert said[0]["address"] == ["Ivo Jansen", "Bosweg 3", "6711 AB Ede"]


def test_with_a_mail_address_in_the_letter_the_answer_goes_there_too(cast, login, mailoutbox):
    login(cast.eva).post(FORM, letter(email="ivo@voorbeeld.example"))
    answer_request(RightsRequest.objects.get(), by=cast.eva, outcome="refused", answer="Er staat niets over u.")
    handle_due_lines()
    assert [sent.to for sent in mailoutbox] == [["ivo@voorbeeld.example"]] * 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"received_on": "2999-01-01"}, "Deze dag moet nog komen."),
        ({"received_on": "2020-01-01"}, "Dit is meer dan een jaar geleden."),
        ({"address": ""}, "Vul het adres voor het antwoord in."),
        ({"name": "x\x00"}, "<"),
        ({"language": "xx"}, "<"),
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_is_lost(cast, login, changes, sentence):
    page = login(cast.eva).post(FORM, letter(**changes))
    assert page.status_code == 400
    assert sentence in page.content.decode()
    assert "Ik liep daar met een ladder." in page.content.decode()
    assert RightsRequest.objects.count() == 0


def test_only_who_answers_enters_and_prints(cast, login, entered):
    for person in (cast.anna, cast.bram, cast.dirk, cast.hanna):
        assert login(person).get(FORM).status_code == 404
        assert login(person).get(f"/gemeente/ede/verzoeken/{entered.pk}/brief/").status_code == 404


def test_what_came_by_mail_is_not_printed(cast, login, entered):
    RightsRequest.objects.update(on_paper=False)
    assert login(cast.eva).get(f"/gemeente/ede/verzoeken/{entered.pk}/brief/").status_code == 404
    page = login(cast.eva).get(f"/gemeente/ede/verzoeken/{entered.pk}/").content.decode()
    assert not re.search(r'href="[^"]*brief/"', page)
