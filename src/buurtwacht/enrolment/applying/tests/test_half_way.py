# SPDX-License-Identifier: EUPL-1.2
"""Who began and stopped half-way: one reminder, one sentence at the end, and nothing left after that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.applying.services import remind_unfinished, withdraw_silent
from buurtwacht.enrolment.checking.services import choose_way, print_letters
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Acceptance, Application, Vetting
from buurtwacht.enrolment.personal_data.applications import forget_applications
from buurtwacht.enrolment.services import advance, mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.services import change_settings
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.links import link_token

MINOR = {"is_minor": True, "guardian_name": "Ria Vos", "guardian_email": "ria@voorbeeld.example"}


@pytest.fixture
def begun(cast, apply_to):
    """Somebody who applied so many days ago."""

    def begin(name: str, days: int, **fields: object) -> Application:
        return advance(apply_to(cast.group, name, submitted_at=timezone.now() - timedelta(days=days), **fields))

    return begin


def mails(mailoutbox) -> list[list[str]]:
    handle_due_lines()
    return [letter.to for letter in mailoutbox]


def stop_page(application: Application) -> str:
    return f"/aanmelding/{link_token(APPLICANT, application.pk)}/stoppen/"


def test_one_reminder_after_three_days_and_only_to_who_proved_the_address(begun, mailoutbox):
    application = begun("Ans", 4)
    begun("Bas", 4, email_proven_at=None)
    begun("Cor", 2)

    assert [remind_unfinished(), remind_unfinished()] == [1, 0]
    assert mails(mailoutbox) == [["ans.new@voorbeeld.example"]]
    assert stop_page(application) in mailoutbox[0].body
    assert f"/aanmelding/{link_token(APPLICANT, application.pk)}/\n" in mailoutbox[0].body


def test_who_waits_for_a_letter_is_reminded_later_and_never_while_it_is_not_printed(begun, cast, mailoutbox, anna):
    early, unprinted, printed = (begun(name, days) for name, days in (("Ans", 4), ("Bas", 9), ("Cor", 9)))
    for application in (early, unprinted, printed):
        mark_done(application, Step.SIGN)
    choose_way(printed, "letter")
    print_letters([cast.group], by=anna)
    choose_way(unprinted, "letter")
    handle_due_lines()
    mailoutbox.clear()

    assert remind_unfinished() == 1
    assert mails(mailoutbox) == [["cor.new@voorbeeld.example"]]


def test_a_minor_reads_that_the_parent_has_not_signed(begun, cast, mailoutbox):
    change_settings(cast.group, {"parents_may_sign": True})
    begun("Ans", 4, signed_at=timezone.now(), **MINOR)
    handle_due_lines()
    mailoutbox.clear()

    assert remind_unfinished() == 1
    handle_due_lines()
    assert "handtekening van Ria Vos" in mailoutbox[-1].body


def test_who_never_came_back_hears_that_it_ended_and_is_forgotten_after_thirty_days(begun, mailoutbox):
    begun("Ans", 28)
    begun("Bas", 28, email_proven_at=None)
    assert [withdraw_silent(), withdraw_silent()] == [1, 0]
    assert mails(mailoutbox) == [["ans.new@voorbeeld.example"]]
    assert "niet klaar" in mailoutbox[0].body

    assert forget_applications(timezone.now()) == 0
    assert forget_applications(timezone.now() + timedelta(days=2)) > 0
    assert not Application.objects.exists()
    assert not Acceptance.objects.exists()


def test_a_letter_that_nobody_prints_is_not_the_silence_of_the_applicant(begun, cast, mailoutbox):
    application = begun("Ans", 61)
    mark_done(application, Step.SIGN)
    choose_way(application, "letter")
    assert withdraw_silent() == 0

    Application.objects.update(submitted_at=timezone.now() - timedelta(days=181))
    assert withdraw_silent() == 1
    handle_due_lines()
    assert "lag niet aan u" in mailoutbox[-1].body


def test_stopping_erases_everything_at_once(begun, client, mailoutbox):
    application = begun("Ans", 4)
    mark_done(application, Step.SIGN)

    assert "meteen gewist" in client.get(stop_page(application)).content.decode()
    answer = client.post(stop_page(application), follow=True)

    assert "is gewist" in answer.content.decode()
    assert not Application.objects.exists()
    assert not Acceptance.objects.exists()
    assert client.get(stop_page(application)).status_code == 404
    assert mails(mailoutbox) == []


def test_what_went_to_the_police_stays_for_its_term(begun, client):
    application = begun("Ans", 4)
    Vetting.objects.create(application=application)

    assert "binnen 30 dagen" in client.get(stop_page(application)).content.decode()
    client.post(stop_page(application))

    application.refresh_from_db()
    assert application.status == "withdrawn"
    assert forget_applications(timezone.now() + timedelta(days=27)) == 0
