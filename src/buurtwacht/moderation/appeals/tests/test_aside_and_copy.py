# SPDX-License-Identifier: EUPL-1.2
"""A judge leaves an appeal to somebody else; the member keeps a copy of their own."""

import pytest
from django.conf import settings
from django.core import mail

from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import letters, queries, services
from buurtwacht.moderation.appeals.links import case_url
from buurtwacht.moderation.models import SteppedAside
from buurtwacht.people.queries import own_data
from buurtwacht.people.services import erase_person

WHY = "Het was niet zo bedoeld."
KNOWN = "Dit lid is een goede vriend."


@pytest.fixture
def appeal(removed, scene):
    return services.make_appeal(removed, WHY, by=scene.bram)


def test_who_steps_aside_judges_no_more_and_the_next_is_asked(appeal, scene, login, received, time_machine):
    time_machine.move_to("2026-05-12T13:00:00+02:00", tick=False)
    page = f"/bezwaar/{appeal.pk}/"
    before = len(received(scene.farid))
    assert f"{page}overlaten/" in login(scene.eva).get(page).content.decode()
    done = login(scene.eva).post(f"{page}overlaten/", {"reason": KNOWN})

    assert done.headers["Location"] == "/bezwaren/"
    assert login(scene.eva).get(page).status_code == 404
    assert set(queries.appeal_judges(appeal.measure)) == {scene.farid}
    assert len(received(scene.farid)) == before + 1
    assert KNOWN in login(scene.farid).get(page).content.decode()
    [line] = Line.objects.filter(action="appeal.stepped_aside")
    assert KNOWN not in repr(line.facts)
    with pytest.raises(DomainError, match=r"[Ii]emand anders|Somebody else"):
        services.answer_appeal(appeal, verdict="upheld", answer="Nee", by=scene.eva)


def test_a_reason_is_not_needed_and_twice_is_once(appeal, scene):
    services.step_aside(appeal, by=scene.eva)
    services.step_aside(appeal, by=scene.eva, reason="Nog eens")
    assert SteppedAside.objects.get().reason == ""


def test_where_the_last_steps_aside_the_operators_hear_it(appeal, scene, login, monkeypatch):
    monkeypatch.setattr(settings, "OPERATORS", ["beheer@example.org"])
    services.step_aside(appeal, by=scene.farid)
    assert "installatie" in login(scene.eva).get(f"/bezwaar/{appeal.pk}/").content.decode()
    services.step_aside(appeal, by=scene.eva)
    mail.outbox.clear()
    handle_due_lines()
    assert [one.to for one in mail.outbox if one.to == ["beheer@example.org"]]


@pytest.mark.parametrize("name", ["anna", "bram", "gerrit", "ingrid", "hanna"])
def test_nobody_else_steps_aside(appeal, scene, login, name):
    with pytest.raises(DomainError):
        services.step_aside(appeal, by=getattr(scene, name))
    assert login(getattr(scene, name)).post(f"/bezwaar/{appeal.pk}/overlaten/").status_code == 404


def test_after_the_answer_it_is_too_late(appeal, scene):
    services.answer_appeal(appeal, verdict="upheld", answer="Het blijft.", by=scene.farid)
    with pytest.raises(DomainError):
        services.step_aside(appeal, by=scene.eva)


def test_a_reason_that_is_too_long_is_said(appeal, scene, login):
    assert login(scene.eva).post(f"/bezwaar/{appeal.pk}/overlaten/", {"reason": "a" * 501}).status_code == 400
    assert not SteppedAside.objects.exists()


def test_it_is_in_ones_own_data_and_goes_with_the_account(appeal, scene):
    services.step_aside(appeal, by=scene.eva, reason=KNOWN)
    assert KNOWN in repr(own_data(scene.eva))
    assert KNOWN not in repr(own_data(scene.bram))
    erase_person(scene.eva)
    assert not SteppedAside.objects.exists()


def test_the_member_keeps_their_appeal_and_the_answer(appeal, scene, login, client):
    own = f"/mijn/zaak/{appeal.measure.case_id}/"
    copy = f"{own}bezwaar/{appeal.measure_id}/bezwaar.pdf"
    bram = login(scene.bram)
    assert copy in bram.get(own).content.decode()
    assert bram.get(copy).content.startswith(b"%PDF")
    link = case_url(appeal.measure.case).removeprefix(settings.SITE_URL)
    assert client.get(f"{link}bezwaar/{appeal.measure_id}/bezwaar.pdf").content.startswith(b"%PDF")
    for stranger in (scene.anna, scene.farid, scene.gerrit, scene.eva):
        assert login(stranger).get(copy).status_code == 404

    said = letters._parts(appeal)
    assert [part["words"] for part in said if part["quote"]] == [WHY]
    services.answer_appeal(appeal, verdict="upheld", answer="Het blijft zo.", by=scene.farid)
    appeal.refresh_from_db()
    words = repr(letters._parts(appeal))
    assert "Het blijft zo." in words
    assert "Farid" not in words


def test_there_is_no_copy_of_what_was_never_written(removed, scene, login):
    page = f"/mijn/zaak/{removed.case_id}/bezwaar/{removed.pk}/bezwaar.pdf"
    assert login(scene.bram).get(page).status_code == 404
