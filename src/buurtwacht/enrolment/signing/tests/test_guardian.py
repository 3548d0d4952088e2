# SPDX-License-Identifier: EUPL-1.2
"""A parent signs, where the policy lets one sign (C6, R082)."""

import pytest
from django.core import mail

from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.services import sign_application, sign_as_guardian
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError

PAGE = "application_guardian"
GIVEN = {"agree": "on", "name": "Moeder Vos", "place": "Ede"}


@pytest.fixture
def minor(group_of, apply_to):
    """An applicant of sixteen who has signed."""
    application = apply_to(
        group_of("be-politiezone"), is_minor=True, guardian_name="Ouder", guardian_email="ouder@voorbeeld.example"
    )
    return sign_application(application, written(strokes="", name="Chantal"), transfer=True)


def test_the_parent_gets_a_mail_once_the_child_has_signed(minor, page_of):
    handle_due_lines()

    [letter] = [one for one in mail.outbox if one.to == ["ouder@voorbeeld.example"]]
    assert page_of(minor, PAGE) in letter.body
    assert "Chantal" in letter.body
    assert "Vos" not in letter.subject


def test_a_worker_that_comes_late_writes_to_the_parent_once(group_of, apply_to):
    application = apply_to(
        group_of("be-politiezone"), is_minor=True, guardian_email="ouder@voorbeeld.example", email_proven_at=None
    )
    mark_done(application, Step.EMAIL)
    application.refresh_from_db()
    sign_application(application, written(strokes="", name="Chantal"), transfer=True)
    handle_due_lines()

    assert len([one for one in mail.outbox if one.to == ["ouder@voorbeeld.example"]]) == 1


def test_a_minor_is_not_asked_to_tick_an_age(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be-politiezone"), is_minor=True)

    page = client.get(page_of(application)).content.decode()

    assert 'name="adult"' not in page
    assert "ondertekent ook een ouder" in page


def test_the_parent_reads_ticks_and_signs(minor, page_of, client):
    page = client.get(page_of(minor, PAGE)).content.decode()
    answer = client.post(page_of(minor, PAGE), GIVEN, follow=True)

    assert "Lees alle 19 afspraken" in page
    assert "checked" not in page
    assert "Dank u, u hebt ondertekend" in answer.content.decode()
    kept = minor.acceptances.get(kind="guardian")
    assert (kept.signed_name, kept.place, kept.text) == ("Moeder Vos", "Ede", "be-politiezone/guardian/1")
    minor.refresh_from_db()
    assert step_of(minor) is Step.POLICE


@pytest.mark.parametrize("left_out", GIVEN)
def test_a_parent_who_forgets_something_hears_what(left_out, minor, page_of, client):
    page = client.post(page_of(minor, PAGE), {name: GIVEN[name] for name in GIVEN if name != left_out})

    assert "Eén ding klopt nog niet" in page.content.decode()
    assert not minor.acceptances.filter(kind="guardian").exists()


def test_a_parent_may_say_no_and_then_it_ends(minor, page_of, client):
    client.post(page_of(minor, PAGE), {"refuse": "1"})

    minor.refresh_from_db()
    assert minor.status == "withdrawn"
    assert "geen antwoord meer nodig" in client.get(page_of(minor, PAGE)).content.decode()
    with pytest.raises(DomainError):
        sign_as_guardian(minor, written(strokes="", name="Moeder Vos"))


def test_the_link_of_the_applicant_does_not_open_the_page_of_the_parent(minor, page_of, client):
    token = page_of(minor).split("/")[2]

    assert client.get(f"/ouder/{token}/").status_code == 404
    assert client.get("/ouder/onzin/").status_code == 404


def test_the_applicant_has_the_parent_mailed_again_three_times_a_day(minor, page_of, client):
    handle_due_lines()
    mail.outbox.clear()
    page = client.get(page_of(minor, "application_status")).content.decode()
    assert ("ouder@voorbeeld.example" in page, "Mail mijn ouder opnieuw" in page) == (True, True)

    again = page_of(minor, "application_guardian_again")
    for _time in range(3):
        assert client.post(again).status_code == 302
    refused = client.post(again)
    handle_due_lines()

    assert (refused.status_code, "probeer het morgen" in refused.content.decode()) == (400, True)
    assert [one.to for one in mail.outbox] == [["ouder@voorbeeld.example"]] * 3
    assert page_of(minor, PAGE) in mail.outbox[0].body


def test_nobody_is_mailed_again_after_the_answer(minor, page_of, client):
    sign_as_guardian(minor, written(strokes="", name="Moeder Vos"))
    assert client.post(page_of(minor, "application_guardian_again")).status_code == 400
    assert "opnieuw" not in client.get(page_of(minor, "application_status")).content.decode()
