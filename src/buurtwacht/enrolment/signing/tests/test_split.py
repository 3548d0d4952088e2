# SPDX-License-Identifier: EUPL-1.2
"""A group is split: nobody agrees again to what has not changed, whatever the halves are called."""

import pytest

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.queries import due_kinds, has_signed_confidentiality, members_to_ask_again
from buurtwacht.enrolment.signing.rules import LASTING
from buurtwacht.enrolment.signing.services import accept_again, sign_confidentiality
from buurtwacht.enrolment.signing.texts.compose import compose
from buurtwacht.groups.queries import members_of, membership_in
from buurtwacht.groups.services import change_settings, split_group
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.policy.presets import PRESETS

from .conftest import DRAWN


@pytest.fixture
def halves(cast):
    """The Vogelbuurt of which everybody agreed, in one of our languages each, and the Merelbuurt that came from it."""
    languages = iter(("nl", "fr", "de", "en"))
    for membership in members_of(cast.group):
        accept_again(membership, written(strokes=DRAWN, name="", place="Ede"), language=next(languages))
    sign_confidentiality(cast.group, cast.anna, written(strokes=DRAWN, name="", place="Ede"))
    bram = membership_in(cast.bram, cast.group)
    new = split_group(cast.group, streets=[bram.street], name="Merelbuurt", coordinator=bram, by=cast.anna)
    handle_due_lines()
    return cast.group, new


def test_nobody_in_either_half_is_asked_again(halves):
    for group in halves:
        members = list(members_of(group))
        assert members
        assert [due_kinds(member) for member in members] == [()] * len(members)
        assert not members_to_ask_again(group).exists()
    assert not Line.objects.filter(action="rules.changed").exists()


def test_the_papers_went_along_and_the_promise_of_who_stayed_holds(halves, cast):
    old, new = halves

    assert Acceptance.objects.filter(person=cast.bram, group=new, ended_at=None).exists()
    assert not Acceptance.objects.filter(person=cast.bram, group=old, ended_at=None).exists()
    assert has_signed_confidentiality(cast.anna, old)
    assert not has_signed_confidentiality(cast.bram, new), "he coordinates now, and has yet to promise"


def test_what_changes_in_one_half_is_asked_there_only(halves, cast):
    old, new = halves
    change_settings(new, {"photo": "never"})

    assert due_kinds(membership_in(cast.bram, new)) == ("rules",)
    assert due_kinds(membership_in(cast.anna, old)) == ()


@pytest.mark.parametrize("kind", LASTING)
@pytest.mark.parametrize("preset", PRESETS)
def test_a_text_that_lasts_names_no_group(preset, kind):
    """Else another name would read as another text, and everybody would be asked again."""
    one, other = (
        compose(kind, preset, PRESETS[preset], names, "nl")
        for names in (("Vogelbuurt", "Ede", "Basisteam Ede"), ("Merelbuurt", "Lanaken", "LaMa"))
    )

    assert one.digest == other.digest
