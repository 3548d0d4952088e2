# SPDX-License-Identifier: EUPL-1.2
"""What the rules do not foresee: asked, advised, handed back or decided, and the member knows that others look."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import services
from buurtwacht.moderation.appeals.tests.support import WORDS, open_about
from buurtwacht.moderation.cases.queries import judges_of
from buurtwacht.moderation.cases.services import propose_measure
from buurtwacht.moderation.models import Case, CaseAdvice

QUESTION = "Mag een drone boven de straat?"


@pytest.fixture
def unforeseen(scene):
    return open_about(scene, scene.bram, rule="unforeseen")


@pytest.fixture
def asked(unforeseen, scene, login):
    """Anna asks the organisation, and the police for advice."""
    page = f"/bureau/{scene.group.slug}/zaken/{unforeseen.pk}/voorleggen/"
    login(scene.anna).post(page, {"question": QUESTION, "advisers": ["police"]})
    return Case.objects.get()


def page_of(case):
    return f"/voorgelegd/{case.pk}/"


def test_administrators_ask_and_the_police_advise_the_organisation_that_decides(asked, scene, login, received):
    assert asked.desk == Case.Desk.ORGANISATION
    assert set(judges_of(asked)) == {scene.eva}
    assert [one.title for one in received(scene.dirk)] == ["Een groep vraagt uw advies"]
    shown = login(scene.dirk).get(page_of(asked)).content.decode()
    assert QUESTION in shown
    assert WORDS in shown
    assert "Bram" not in shown

    login(scene.dirk).post(page_of(asked), {"words": "Dat hangt van de hoogte af.", "hand_back": "1"})

    [advice] = CaseAdvice.objects.all()
    assert (advice.role, advice.by) == ("police", scene.dirk)
    assert Case.objects.get().desk == Case.Desk.ORGANISATION
    assert "Dat hangt van de hoogte af." in login(scene.eva).get(page_of(asked)).content.decode()
    propose_measure(asked, "warning", by=scene.eva, reason="Geen drone boven tuinen.")
    with pytest.raises(DomainError):
        propose_measure(asked, "warning", by=scene.anna, reason="Toch.")


def test_the_member_is_told_that_others_look_and_not_what_was_asked(asked, scene, client, received):
    received(scene.bram)
    [letter] = [one for one in mail.outbox if one.to == [scene.bram.email]]
    assert "Niemand oordeelt alleen." in letter.body
    assert QUESTION not in letter.body

    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        page = letter.body.split("/zaak/")[1].split()[0]
        shown = client.get(f"/zaak/{page}").content.decode()
    assert "kijken ernaar" in shown
    assert QUESTION not in shown


def test_it_is_handed_back_with_advice(asked, scene, login):
    login(scene.eva).post(page_of(asked), {"words": "Praat eerst samen.", "hand_back": "1"})

    case = Case.objects.get()
    assert case.desk == Case.Desk.ADMINISTRATORS
    assert scene.anna in judges_of(case)
    assert CaseAdvice.objects.get().role == "organisation"
    assert login(scene.eva).get(page_of(asked)).status_code == 404


def test_who_decides_and_who_advises_are_told_and_the_administrators_are_not_asked_again(asked, scene, received):
    assert any(one.title == "Een zaak die de groep aan u voorlegt" for one in received(scene.eva))
    assert not any("/bezwaren/" in one.url for one in received(scene.ingrid))


def test_only_a_judge_of_the_case_asks_and_only_who_is_asked_answers(asked, unforeseen, scene, login):
    page = f"/bureau/{scene.group.slug}/zaken/{unforeseen.pk}/voorleggen/"
    for person in (scene.bram, scene.farid, scene.eva, scene.anna):
        assert login(person).get(page).status_code == 404
    for person in (scene.bram, scene.farid, scene.anna, scene.hanna):
        assert login(person).get(page_of(asked)).status_code == 404


def test_what_was_typed_is_not_lost(asked, scene, login):
    shown = login(scene.dirk).post(page_of(asked), {"words": "x" * 4100}).content.decode()
    assert "x" * 4100 in shown


def test_a_question_and_an_appeal_are_reminded_of_twice(asked, scene, received):
    handle_due_lines()
    for days, count in ((6, 0), (8, 1), (9, 0), (15, 1), (20, 0)):
        with time_machine.travel(asked.escalated_at + timedelta(days=days)):
            assert services.remind_of_questions() == count


def test_the_judges_are_reminded_and_the_member_hears_that_it_takes_longer(removed, scene):
    services.make_appeal(removed, "Ik vind dit te zwaar.", by=scene.bram)
    handle_due_lines()
    late = []
    for days, count in ((6, 0), (8, 1), (15, 1), (30, 0)):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            mail.outbox.clear()
            assert services.remind_of_appeals() == count
            handle_due_lines()
            late.append(any("langer" in one.subject for one in mail.outbox))
    assert late == [False, False, True, False]
