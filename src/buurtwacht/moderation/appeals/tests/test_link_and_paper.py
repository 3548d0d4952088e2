# SPDX-License-Identifier: EUPL-1.2
"""Who cannot sign in any more reads and appeals by the link in the letter, or by letter."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.lib.links import link_token
from buurtwacht.moderation.appeals import services
from buurtwacht.moderation.appeals.links import CASE, case_url, reference_of
from buurtwacht.moderation.appeals.tests.support import WORDS
from buurtwacht.moderation.models import Appeal, Measure

WHY = "Ik reageerde op wat hij zei."


def path_of(case):
    return f"/zaak/{case_url(case).rpartition('/zaak/')[2]}"


def test_by_the_link_one_reads_and_appeals_without_signing_in(removed, client):
    path = path_of(removed.case)
    assert WORDS in client.get(path).content.decode()

    sent = client.post(f"{path}bezwaar/{removed.pk}/", {"words": WHY})

    assert sent.status_code == 302
    assert Appeal.objects.get().words == WHY
    assert WHY in client.get(path).content.decode()


def test_by_the_link_one_says_how_one_sees_it(case, client):
    path = path_of(case)
    assert client.post(path, {"view": ""}).status_code == 200
    client.post(path, {"view": "Het was een grap."})

    case.refresh_from_db()
    assert case.view == "Het was een grap."
    assert "Het was een grap." in client.get(path).content.decode()


def test_a_link_that_is_forged_or_too_old_leads_nowhere(removed, client):
    path = path_of(removed.case)
    forged = link_token("application", removed.case_id)
    absent = link_token(CASE, new_id())
    answers = [client.get(f"/zaak/{token}/") for token in (forged, absent, "abc")]
    with time_machine.travel(removed.appeal_until + timedelta(days=29)):
        assert client.get(path).status_code == 200
    with time_machine.travel(removed.appeal_until + timedelta(days=31)):
        answers.append(client.get(path))

    assert {answer.status_code for answer in answers} == {404}


def test_the_link_works_on_while_an_appeal_waits(removed, scene, client):
    services.make_appeal(removed, WHY, by=scene.bram)
    with time_machine.travel(removed.appeal_until + timedelta(days=60)):
        assert client.get(path_of(removed.case)).status_code == 200


@pytest.fixture
def letter(removed):
    """What an official types over."""
    return {"reference": reference_of(removed), "received_on": str(timezone.localdate()), "words": WHY}


def test_an_appeal_on_paper_is_noted_down_and_judged_by_somebody_else(removed, letter, login, scene):
    login(scene.anna).post("/bezwaar/op-papier/", letter)

    appeal = Appeal.objects.get()
    assert (appeal.words, appeal.entered_by) == (WHY, scene.anna)
    assert login(scene.farid).get(f"/bezwaar/{appeal.pk}/").status_code == 200
    assert login(scene.anna).get(f"/bezwaar/{appeal.pk}/").status_code == 404


def test_a_wrong_reference_or_day_loses_nothing(removed, letter, login, scene):
    client = login(scene.eva)
    wrong = ({"reference": "0000-0000"}, {"reference": "' OR"}, {"received_on": "2099-01-01"}, {"received_on": "x"})
    for change in wrong:
        shown = client.post("/bezwaar/op-papier/", letter | change)
        assert shown.status_code == 200
        assert WHY in shown.content.decode()
    assert not Appeal.objects.exists()


def test_a_letter_counts_by_the_day_on_which_it_came(removed, scene):
    today = timezone.localdate()
    with time_machine.travel(removed.appeal_until + timedelta(days=3)):
        with pytest.raises(DomainError):
            services.note_letter(removed, WHY, received_on=timezone.localdate(), by=scene.eva)
        appeal = services.note_letter(removed, WHY, received_on=today, by=scene.eva)
        assert appeal.answer_by > timezone.now() + timedelta(days=13)
    assert timezone.localdate(appeal.at) == today


def test_nobody_notes_down_their_own_letter(removed, letter, login, scene):
    Measure.objects.filter(pk=removed.pk).update(proposed_by=None)
    removed.case.person = scene.anna
    removed.case.save(update_fields=["person"])

    assert login(scene.anna).post("/bezwaar/op-papier/", letter).status_code == 200
    assert not Appeal.objects.exists()


def test_members_and_auditors_note_nothing_down(removed, letter, login, scene):
    for person in (scene.gerrit, scene.hanna, scene.chantal):
        assert login(person).post("/bezwaar/op-papier/", letter).status_code == 404
    assert not Appeal.objects.exists()


def test_the_answer_is_a_letter_that_is_printed_by_who_may_read_names(removed, scene, login):
    appeal = services.make_appeal(removed, WHY, by=scene.bram)
    page = f"/bezwaar/{appeal.pk}/antwoord.pdf"
    assert login(scene.anna).get(page).status_code == 404
    services.answer_appeal(appeal, verdict="upheld", answer="Het stond er echt.\n#let x = 1", by=scene.farid)

    for person in (scene.eva, scene.anna):
        assert login(person).get(page).content.startswith(b"%PDF")
    for person in (scene.farid, scene.bram, scene.dirk):
        assert login(person).get(page).status_code == 404
    assert "antwoord.pdf" not in login(scene.farid).get(f"/bezwaar/{appeal.pk}/").content.decode()


def test_what_somebody_noted_down_takes_no_appeal_from_the_member(removed, letter, login, scene):
    login(scene.anna).post("/bezwaar/op-papier/", letter | {"words": "Ik ga akkoord."})
    client, page = login(scene.bram), f"/mijn/zaak/{removed.case_id}/"
    assert f"{page}bezwaar/{removed.pk}/" in client.get(page).content.decode()

    client.post(f"{page}bezwaar/{removed.pk}/", {"words": WHY})

    appeal = Appeal.objects.get()
    assert appeal.words == f"Ik ga akkoord.\n\n{WHY}"
    assert f'{page}bezwaar/{removed.pk}/"' not in client.get(page).content.decode()
    with pytest.raises(DomainError):
        services.make_appeal(removed, WHY, by=scene.bram)
    with pytest.raises(DomainError):
        services.note_letter(removed, WHY, received_on=timezone.localdate(), by=scene.anna)
