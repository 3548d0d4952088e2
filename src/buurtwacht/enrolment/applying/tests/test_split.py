# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance, mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import StreetRange
from buurtwacht.groups.services import change_settings
from buurtwacht.journal.services import handle_due_lines, record
from buurtwacht.testing.cast import make_group


@pytest.fixture
def halves(cast):
    """The Vogelbuurt after a split: the Lijsterstraat has a group of its own."""
    new = make_group(cast.organisation, "Lijsters", preset="be-lanaken", area=cast.group.area, split_from=cast.group)
    for street, group in (("Merelweg", cast.group), ("Lijsterstraat", new)):
        StreetRange.objects.create(group=group, street=street)
    return cast.group, new


def test_an_application_goes_along_with_its_street(halves, apply_to, mailoutbox):
    old, new = halves
    stays, goes = advance(apply_to(old, "Ans")), advance(apply_to(old, "Bas", street="Lijsterstraat"))

    record("group.split", old.pk, group=old.pk, into=new.pk)
    handle_due_lines()

    stays.refresh_from_db()
    goes.refresh_from_db()
    assert (stays.group, goes.group) == (old, new)
    assert [letter.to for letter in mailoutbox] == [["bas.new@voorbeeld.example"]]


def test_who_waited_in_the_full_half_gets_the_place_that_came_free(halves, apply_to):
    old, new = halves
    change_settings(old, {"most_members": 3})
    waiting = mark_done(
        apply_to(old, "Ans", street="Lijsterstraat", residence_proven_at="2026-11-20T12:00Z"), Step.SIGN
    )
    assert waiting.status == "waiting"

    record("group.split", old.pk, group=old.pk, into=new.pk)
    handle_due_lines()

    assert Application.objects.get(pk=waiting.pk).status == "joined"


def test_a_second_application_in_the_new_group_is_left_alone(halves, apply_to):
    old, new = halves
    first, second = advance(apply_to(old, "Bas", street="Lijsterstraat")), advance(apply_to(new, "Bas"))

    record("group.split", old.pk, group=old.pk, into=new.pk)
    handle_due_lines()

    assert Application.objects.get(pk=first.pk).group == old
    assert Application.objects.get(pk=second.pk).group == new
