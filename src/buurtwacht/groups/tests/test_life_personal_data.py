# SPDX-License-Identifier: EUPL-1.2
"""What is kept about the people who keep a group going: read, erased and forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.models import DeputyTurn, GroupNote, GroupTransfer, Membership
from buurtwacht.groups.services import add_note, offer_group, tick_steps
from buurtwacht.lib.errors import DomainError
from buurtwacht.privacy.declare import declarations
from buurtwacht.testing.cast import make_organisation


def declared(model):
    [found] = [one for one in declarations() if one.model == f"groups.{model}"]
    return found


def test_turns(cast):
    anna, gerrit = Membership.objects.get(person=cast.anna), Membership.objects.get(person=cast.gerrit)
    day = timezone.localdate()
    DeputyTurn.objects.create(coordinator=anna, deputy=gerrit, first_day=day, last_day=day)
    assert declared("DeputyTurn").export(cast.gerrit.pk)[0]["group"] == "Vogelbuurt"
    assert declared("DeputyTurn").forget(timezone.now() + timedelta(days=29)) == 0
    assert declared("DeputyTurn").forget(timezone.now() + timedelta(days=32)) == 1
    DeputyTurn.objects.create(coordinator=anna, deputy=gerrit, first_day=day, last_day=day)
    assert declared("DeputyTurn").erase(cast.anna.pk) == 1


def test_notes(cast):
    note = add_note(cast.group, words="Kom op dinsdag.", role="official", by=cast.eva)
    assert declared("GroupNote").export(cast.eva.pk)[0]["words"] == "Kom op dinsdag."
    assert declared("GroupNote").forget(note.at + timedelta(days=364)) == 0
    assert declared("GroupNote").forget(note.at + timedelta(days=366)) == 1
    add_note(cast.group, words="Nog eens.", role="official", by=cast.eva)
    assert declared("GroupNote").erase(cast.eva.pk) == 1
    assert not GroupNote.objects.exists()


@pytest.mark.parametrize("words", ["", "   ", "x" * 2001])
def test_a_note_says_something_and_not_too_much(cast, words):
    with pytest.raises(DomainError):
        add_note(cast.group, words=words, role="official", by=cast.eva)
    assert not GroupNote.objects.exists()


def test_steps_keep_who_ticked_first(cast):
    tick_steps(cast.group, ["officer", "nonsense"], by=cast.eva)
    tick_steps(cast.group, ["officer", "evening"], by=cast.anna)
    assert [row["step"] for row in declared("GroupStep").export(cast.eva.pk)] == ["officer"]
    assert declared("GroupStep").erase(cast.eva.pk) == 1
    assert cast.group.steps.filter(done_by=None).count() == 1
    tick_steps(cast.group, [], by=cast.anna)
    assert not cast.group.steps.exists()


def test_transfers_lose_the_name_and_keep_the_fact(cast):
    offer_group(cast.group, to=make_organisation("Maastricht"), by=cast.eva)
    assert declared("GroupTransfer").export(cast.eva.pk)[0]["group"] == "Vogelbuurt"
    assert declared("GroupTransfer").erase(cast.eva.pk) == 1
    assert GroupTransfer.objects.filter(offerer=None).count() == 1
