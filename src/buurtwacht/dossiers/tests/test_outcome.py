# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.delivery.models import Intent
from buurtwacht.dossiers import rules, services
from buurtwacht.dossiers.mails import OUTCOME
from buurtwacht.dossiers.models import Dossier, Handover
from buurtwacht.dossiers.sentences import SENTENCES
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.links import link_token
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.models import Entry


@pytest.fixture
def waiting(dossier, anna):
    services.hand_over_dossier(dossier, by=anna)
    dossier.refresh_from_db()
    return dossier


@pytest.fixture
def url(waiting):
    return f"/politie/uitkomst/{link_token(OUTCOME, waiting.pk)}/"


def test_three_taps_tell_everybody(waiting, url, client):
    assert "Wat kwam eruit?" in client.get(url).content.decode()

    done = client.post(url, {"outcome": "spoken_to", "sentence": "0"}, follow=True)

    assert "Dank u wel" in done.content.decode()
    waiting.refresh_from_db()
    assert waiting.outcome == "spoken_to"
    entry = Entry.objects.get(report=waiting.report, kind=Entry.Kind.OUTCOME)
    assert entry.author is None
    assert entry.role == Entry.Role.POLICE
    assert Intent.objects.filter(subject_id=entry.pk).exists()


def test_it_can_be_answered_once(waiting, url, client):
    client.post(url, {"outcome": "spoken_to", "sentence": "0"})
    client.post(url, {"outcome": "arrest", "sentence": "0"})

    waiting.refresh_from_db()
    assert waiting.outcome == "spoken_to"
    assert Entry.objects.filter(report=waiting.report, kind=Entry.Kind.OUTCOME).count() == 1


def test_an_own_sentence_is_checked_like_any_other(waiting, url, client):
    refused = client.post(url, {"outcome": "spoken_to", "sentence": "own", "own": "Dit is de dief, delen!!"})
    waiting.refresh_from_db()
    assert waiting.outcome == ""
    assert "bw-field__error" in refused.content.decode()

    client.post(url, {"outcome": "spoken_to", "sentence": "own", "own": "We hebben iemand gesproken."})
    waiting.refresh_from_db()
    assert waiting.outcome_words == "We hebben iemand gesproken."


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"outcome": "spoken_to"},
        {"outcome": "x", "sentence": "0"},
        {"outcome": "arrest", "sentence": "9"},
        {"outcome": "arrest", "sentence": "own", "own": ""},
        {"outcome": "arrest", "sentence": "own", "own": "x" * 301},
    ],
)
def test_half_an_answer_gets_a_sentence(waiting, url, client, data):
    page = client.post(url, data)

    assert page.status_code == 200
    assert "bw-error" in page.content.decode()
    waiting.refresh_from_db()
    assert waiting.outcome == ""


def test_without_javascript_the_sentences_follow_the_outcome(waiting, url, client):
    page = client.post(url, {"outcome": "arrest", "show": "1"}).content.decode()

    assert "De politie heeft iemand aangehouden" in page


def test_every_outcome_has_ready_sentences():
    codes = set(Dossier.Outcome.values) - {Dossier.Outcome.NONE_KNOWN}

    assert set(SENTENCES) == codes


@pytest.mark.parametrize(
    ("preset", "due"),
    [("nl", date(2026, 11, 27)), ("be-bin", date(2026, 11, 23)), ("be-gemeente", None), ("nl-ede", None)],
)
def test_when_an_answer_is_due(preset, due):
    friday = date(2026, 11, 20)

    assert rules.outcome_due_on(friday, PRESETS[preset]) == due


def test_reminders_stop_after_three(waiting, time_machine_at):
    for day in range(4, 20):
        with time_machine_at(timezone.now() + timedelta(days=day)):
            services.remind_officers()
            handle_due_lines()

    waiting.refresh_from_db()
    assert waiting.reminders == rules.MOST_REMINDERS
    assert sum("Wat kwam eruit" in sent.subject for sent in mail.outbox) == rules.MOST_REMINDERS


def test_by_hand_the_police_are_asked_every_second_day_at_most(waiting, anna, login, time_machine_at):
    page, again = f"/bureau/{waiting.report.group.slug}/dossiers/{waiting.pk}/", "Vraag nog eens naar de uitkomst"
    now = timezone.now()
    for hours in (0, 1, 47):
        with time_machine_at(now + timedelta(hours=hours)):
            shown = login(anna).post(f"{page}vragen/", follow=True).content.decode()
            handle_due_lines()
        assert shown.count("U kunt het opnieuw vragen vanaf") == (2 if hours else 1)
        assert again not in shown
    with time_machine_at(now + timedelta(hours=49)):
        assert again in login(anna).get(f"{page}volgen/").content.decode()
        services.ask_again(waiting, by=anna)

    waiting.refresh_from_db()
    assert waiting.reminders == 2
    assert sum("Wat kwam eruit" in sent.subject for sent in mail.outbox) == 1


def test_who_answered_is_not_asked_again(waiting, anna, url, client):
    client.post(url, {"outcome": "spoken_to", "sentence": "0"})

    with pytest.raises(DomainError, match="niets meer gevraagd"):
        services.ask_again(waiting, by=anna)


def test_after_thirty_days_neighbours_hear_that_nothing_is_known(waiting):
    Handover.objects.update(at=timezone.now() - timedelta(days=31))

    assert services.give_up_on_answers() == 1
    waiting.refresh_from_db()
    assert waiting.outcome == Dossier.Outcome.NONE_KNOWN
    assert Entry.objects.get(report=waiting.report, kind=Entry.Kind.OUTCOME).role == Entry.Role.PROGRAM


@pytest.fixture
def time_machine_at():
    import time_machine

    return lambda moment: time_machine.travel(moment, tick=False)
