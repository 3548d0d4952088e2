# SPDX-License-Identifier: EUPL-1.2
"""Members are asked again when what they agreed to reads differently (R038, F49)."""

from datetime import date

import pytest
import time_machine

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.enrolment.signing.desk import members_who_agree
from buurtwacht.enrolment.signing.mark import TICK, written
from buurtwacht.enrolment.signing.queries import due_acceptances, due_kinds, has_accepted_current
from buurtwacht.enrolment.signing.services import accept_again, announce_changes
from buurtwacht.enrolment.signing.tasks import ask_again
from buurtwacht.enrolment.signing.texts.compose import EDITIONS, _composed
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import change_settings
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError

from .conftest import DRAWN


@pytest.fixture
def bram_agreed(cast):
    """Bram, who agreed to the rules of now."""
    accept_again(membership_in(cast.bram, cast.group), TICK)
    return cast.bram


def page_of(group) -> str:
    return f"/mijn/afspraken/{group.slug}/"


def test_whoever_agreed_is_not_asked_again_for_nothing(cast, bram_agreed):
    membership = membership_in(bram_agreed, cast.group)

    assert has_accepted_current(membership)
    change_settings(cast.group, {"silence_minutes": 90})
    assert has_accepted_current(membership_in(bram_agreed, cast.group))
    assert accept_again(membership, TICK) == []


def test_a_change_that_reads_differently_is_asked_again(cast, bram_agreed):
    change_settings(cast.group, {"photo": "group"})

    assert due_kinds(membership_in(bram_agreed, cast.group)) == ("rules",)
    [(membership, kinds)] = due_acceptances(bram_agreed)
    assert (membership.group, kinds) == (cast.group, ("rules",))


@time_machine.travel("2026-11-24T11:00:00+01:00", tick=True)
def test_new_words_in_a_new_version_of_the_program_are_told_once(cast, bram_agreed, received, monkeypatch):
    monkeypatch.setitem(EDITIONS, ("nl", "rules"), (3, date(2026, 11, 24)))
    _composed.cache_clear()

    ask_again.func(0)
    ask_again.func(0)

    [message] = received(bram_agreed)
    assert message.title == "De afspraken van uw groep zijn veranderd"
    assert page_of(cast.group) in message.url
    assert received(cast.gerrit) == [], "who never agreed to anything is not told that it changed"
    monkeypatch.undo()
    _composed.cache_clear()


@time_machine.travel("2026-11-24T11:00:00+01:00", tick=True)
def test_changed_settings_are_told_by_the_group_with_the_way_to_this_page(cast, bram_agreed, received):
    change_settings(cast.group, {"photo": "group"})

    [message] = received(bram_agreed)
    assert page_of(cast.group) in message.url


def test_how_the_group_is_run_may_change_without_a_new_yes(cast, bram_agreed):
    change_settings(cast.group, {"minimum_age": 16, "outcome": "no", "most_members": 50})

    assert has_accepted_current(membership_in(bram_agreed, cast.group))


def test_the_same_change_is_told_once(cast, bram_agreed):
    group = change_settings(cast.group, {"photo": "group"})

    assert announce_changes(group)
    assert not announce_changes(group)
    assert Line.objects.filter(action="rules.changed").count() == 1


def test_a_group_that_begins_has_nothing_that_changed(cast):
    assert not announce_changes(cast.group)


def test_the_page_shows_what_was_and_what_is_and_one_tap_is_enough(cast, bram_agreed, login):
    change_settings(cast.group, {"photo": "group", "raiser": "coordinator"})
    client = login(bram_agreed)

    page = client.get(page_of(cast.group)).content.decode()
    assert "De afspraken zijn veranderd" in page
    assert page.count("Eerst:") == 1
    assert "Foto&#x27;s zijn voor de politie." in page
    assert "Ik deel een foto alleen voor het signalement." in page
    assert "Nieuw:" in page
    assert "De coördinator waarschuwt de groep." in page

    after = client.post(page_of(cast.group), follow=True).content.decode()
    assert "Uw akkoord is genoteerd" in after
    assert has_accepted_current(membership_in(bram_agreed, cast.group))
    assert Acceptance.objects.filter(person=bram_agreed, kind="rules", ended_at=None).count() == 1
    assert Acceptance.objects.filter(person=bram_agreed, kind="rules").count() == 2, "the earlier one stays a year"


def test_somebody_of_before_reads_the_rules_without_a_word_about_changes(cast, login):
    page = login(cast.bram).get(page_of(cast.group)).content.decode()

    assert "Dit zijn de afspraken van Vogelbuurt." in page
    assert "Eerst:" not in page


def test_a_charter_is_signed_again_and_not_just_tapped(cast, login):
    group = change_settings(cast.group, {}, preset="be-bin")
    membership = membership_in(cast.bram, group)

    with pytest.raises(DomainError):
        accept_again(membership, TICK)
    refused = login(cast.bram).post(page_of(group), {}).content.decode()
    login(cast.bram).post(page_of(group), {"strokes": DRAWN, "name": ""})

    assert "Teken uw handtekening" in refused
    assert has_accepted_current(membership)
    assert Acceptance.objects.get(person=cast.bram, kind="charter").way == "drawn"


def test_the_desk_counts_who_agreed_to_the_rules_of_now(cast, bram_agreed):
    [meter] = members_who_agree(cast.group)

    assert (meter.value, meter.most) == (1, 3)
    for person in (cast.anna, cast.gerrit):
        accept_again(membership_in(person, cast.group), TICK)
    assert list(members_who_agree(cast.group)) == []


def test_nobody_reads_the_agreements_of_somebody_else(cast, bram_agreed, login):
    [kept] = bram_agreed.acceptances.all()
    path = f"/mijn/afspraken/{kept.pk}/bestand/"

    assert login(bram_agreed).get(path).content.startswith(b"%PDF-")
    assert login(cast.anna).get(path).status_code == 404
    assert "Gedragsregels" in login(bram_agreed).get("/mijn/afspraken/").content.decode()


def test_an_import_with_a_signature_of_its_own_counts(cast):
    group = change_settings(cast.group, {}, preset="be")
    membership = membership_in(cast.bram, group)

    accept_again(membership, written(strokes="", name="Bram"))

    assert has_accepted_current(membership)


def test_the_first_page_leads_to_what_changed_and_keeps_its_one_button(cast, bram_agreed, login):
    before = login(bram_agreed).get("/").content.decode()
    change_settings(cast.group, {"photo": "group"})

    after = login(bram_agreed).get("/").content.decode()
    assert page_of(cast.group) not in before
    assert page_of(cast.group) in after
    assert f"/groepen/{cast.group.slug}/melden/" in after
    assert page_of(cast.group) not in login(cast.gerrit).get("/").content.decode()
