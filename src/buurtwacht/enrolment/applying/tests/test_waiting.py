# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.enrolment.applying.queries import place_in_queue
from buurtwacht.enrolment.applying.services import fill_places
from buurtwacht.enrolment.applying.tests.support import link_in
from buurtwacht.enrolment.services import mark_done, refuse, withdraw
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import add_member, change_settings, end_membership
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.services import create_person
from buurtwacht.testing.cast import make_group

NAMES = ("Ans", "Bas", "Cor", "Dirkje")


@pytest.fixture
def full(cast, apply_to):
    """A group of two, with two who wait: Cor and Dirkje."""
    group = change_settings(make_group(cast.organisation, "Klein", preset="be-lanaken"), {"most_members": 2})
    people = {name: mark_done(apply_to(group, name), Step.SIGN) for name in NAMES}
    handle_due_lines()
    return group, people


def states(people):
    for one in people.values():
        one.refresh_from_db()
    return [people[name].status for name in NAMES]


def test_they_know_their_place(full, mailoutbox, client):
    _group, people = full

    assert [place_in_queue(people[name]) for name in ("Cor", "Dirkje")] == [1, 2]


def test_a_mail_says_at_which_place(cast, apply_to, mailoutbox, client):
    group = change_settings(make_group(cast.organisation, "Klein", preset="be-lanaken"), {"most_members": 2})
    for name in NAMES:
        mark_done(apply_to(group, name), Step.SIGN)
    handle_due_lines()

    letters = [letter for letter in mailoutbox if "wachtlijst" in letter.subject]
    assert [letter.to for letter in letters] == [["cor.new@voorbeeld.example"], ["dirkje.new@voorbeeld.example"]]
    assert client.get(link_in(letters[0])).status_code == 200


def test_whoever_waits_longest_gets_the_place_of_who_leaves(full):
    group, people = full

    end_membership(Membership.objects.filter(group=group).earliest("joined_at"))
    handle_due_lines()

    assert states(people) == ["joined", "joined", "joined", "waiting"]


def test_a_larger_group_takes_everybody_who_waits(full):
    group, people = full

    change_settings(group, {"most_members": 10})
    handle_due_lines()

    assert states(people) == ["joined"] * 4


def test_who_takes_part_elsewhere_keeps_nobody_waiting(full, cast, mailoutbox):
    """Cor has joined another group meanwhile: Dirkje gets the place, and Cor hears once why."""
    group, people = full
    cor = create_person(email=people["Cor"].email, first_name="Cor")
    elsewhere = add_member(cast.group, cor, street="Merelweg")
    for _place in range(2):
        end_membership(Membership.objects.filter(group=group, left_at=None).earliest("joined_at"))
        handle_due_lines()

    assert states(people) == ["joined", "joined", "waiting", "joined"]
    [letter] = [one for one in mailoutbox if one.to == [people["Cor"].email] and "vrij" in one.subject]
    assert cast.group.name in letter.body

    end_membership(elsewhere)
    handle_due_lines()
    assert states(people) == ["joined", "joined", "joined", "joined"]


def test_whoever_goes_no_further_makes_room(cast, apply_to):
    group = make_group(cast.organisation, "Klein", preset="be-gemeente")
    group = change_settings(group, {"most_members": 2})
    people = {name: mark_done(apply_to(group, name), Step.SIGN) for name in NAMES}
    assert states(people) == ["approved", "approved", "waiting", "waiting"]

    withdraw(people["Ans"])
    handle_due_lines()
    assert states(people) == ["withdrawn", "approved", "approved", "waiting"]
    refuse(people["Bas"])
    handle_due_lines()
    assert states(people) == ["withdrawn", "refused", "approved", "approved"]


def test_somebody_who_gets_a_place_and_still_has_to_wait_is_told(cast, apply_to, mailoutbox):
    group = change_settings(make_group(cast.organisation, "Klein", preset="be-gemeente"), {"most_members": 2})
    people = {name: mark_done(apply_to(group, name), Step.SIGN) for name in NAMES}
    handle_due_lines()
    mailoutbox.clear()

    withdraw(people["Ans"])
    handle_due_lines()

    assert [letter.to for letter in mailoutbox if "plaats" in letter.subject] == [["cor.new@voorbeeld.example"]]


def test_filling_twice_changes_nothing(full):
    group, people = full
    end_membership(Membership.objects.filter(group=group).earliest("joined_at"))

    assert [fill_places(group), fill_places(group)] == [1, 0]
    assert states(people) == ["joined", "joined", "joined", "waiting"]


def test_somebody_who_cannot_join_now_does_not_stop_the_journal(full, cast):
    """Cor has joined another group meanwhile, and may be in one only."""
    group, people = full
    people["Cor"].person = cast.farid
    people["Cor"].save(update_fields=["person"])

    end_membership(Membership.objects.filter(group=group).earliest("joined_at"))
    handle_due_lines()

    assert states(people)[2] == "waiting"
