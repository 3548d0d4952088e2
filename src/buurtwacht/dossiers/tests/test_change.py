# SPDX-License-Identifier: EUPL-1.2
"""Who was given a dossier hears that somebody who was described had something erased or corrected in it."""

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.dossiers import services
from buurtwacht.dossiers.bundle import file_in
from buurtwacht.dossiers.models import Dossier, Handover
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights.rules import due_on
from buurtwacht.outreach.rights.services import answer_request, ask_for_rights, erase_described, note_report
from buurtwacht.testing.chance import without_chance


@pytest.fixture
def asked(cast) -> RightsRequest:
    today = timezone.localdate()
    request = ask_for_rights(
        cast.organisation, kind="correction", name="Ivo", email="i@x.example", words="Ik.", street="Merelweg", on=today
    )
    RightsRequest.objects.filter(pk=request.pk).update(received_at=timezone.now(), due_on=due_on(today), code=None)
    request.refresh_from_db()
    return request


@pytest.fixture
def given(dossier, anna):
    services.hand_over_dossier(dossier, by=anna)
    handle_due_lines()
    mail.outbox.clear()
    return dossier


def told() -> list[str]:
    """What went to the police since the hand-over."""
    handle_due_lines()
    return [sent.body for sent in mail.outbox if sent.to == ["politie@voorbeeld.example"]]


def test_the_police_are_told_of_an_erasure_and_read_nothing_of_what_it_was(cast, given, asked, login):
    erase_described(asked, given.report, by=cast.eva)
    body = without_chance(*told())
    assert "artikel 19" in body
    assert "gewist" in body
    for word in ("Ivo", "Bram", "rugzak", "Merelweg", "i@x.example"):
        assert word not in body

    page = login(cast.dirk).get("/politie/").content.decode()
    assert "een beschrijving gewist" in page
    assert "een beschrijving gewist" in login(cast.dirk).get(f"/politie/dossiers/{given.pk}/").content.decode()
    assert "rugzak" not in file_in(bytes(Handover.objects.get().package), "dossier.json").decode()
    follow = login(cast.anna).get(f"/bureau/vogelbuurt/dossiers/{given.pk}/volgen/").content.decode()
    assert "De politie is verteld" in follow


def test_of_a_correction_they_are_told_once_it_was_granted(cast, given, asked):
    note_report(asked, given.report, by=cast.eva)
    assert told() == []
    answer_request(asked, by=cast.eva, outcome="granted", known_by="talk", answer="De jas was rood.")
    [body] = told()
    assert "klopte" in body
    assert "rood" not in body


def test_a_refusal_and_a_request_to_look_tell_them_nothing(cast, given, asked):
    note_report(asked, given.report, by=cast.eva)
    answer_request(asked, by=cast.eva, outcome="refused", answer="Het klopt wel.")
    assert told() == []
    given.refresh_from_db()
    assert given.changed_at is None


def test_what_the_police_never_had_is_no_news_for_them(cast, dossier, asked):
    handle_due_lines()
    mail.outbox.clear()
    erase_described(asked, dossier.report, by=cast.eva)
    assert told() == []


def test_an_erasure_stays_the_question_after_a_correction(cast, given):
    assert services.tell_of_change(given.report_id, "erased")
    assert services.tell_of_change(given.report_id, "corrected")
    given.refresh_from_db()
    assert given.change == Dossier.Change.ERASED
