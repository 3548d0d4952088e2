# SPDX-License-Identifier: EUPL-1.2
"""Nobody ends a living group alone, or splits one that others coordinate too."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.groups import queries
from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.groups.models import GroupProposal, Membership, WatchGroup
from buurtwacht.groups.personal_data.proposals import KEPT, erase_proposals, export_proposals, forget_proposals
from buurtwacht.groups.services import appoint_coordinator, close_group, make_dormant, split_group, start_idea
from buurtwacht.groups.together.queries import asked_with, to_answer
from buurtwacht.groups.together.services import agree_to, decline, mark_lapsed, propose_ending, propose_split
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import join, make_person

NOON = datetime(2027, 3, 10, 11, tzinfo=UTC)
DESK = "/bureau/vogelbuurt/groep/"
CLOSE, SPLIT = GroupProposal.Kind.CLOSE, GroupProposal.Kind.SPLIT
State = GroupProposal.State


@pytest.fixture(autouse=True)
def at_noon():
    """Questions wait for the morning, so these stories happen at noon."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def two(cast):
    """Anna coordinates, and so does Bram; each was appointed long ago."""
    Membership.objects.filter(person=cast.bram).update(role="coordinator", house_number="3")
    return cast


def names(people):
    return set(people.values_list("first_name", flat=True))


def of(person):
    return Membership.objects.get(person=person, left_at=None)


def titles(messages):
    return [message.title for message in messages]


def test_who_is_asked(two):
    assert names(asked_with(two.group, CLOSE, two.anna)) == {"Bram"}
    assert names(asked_with(two.group, SPLIT, two.bram)) == {"Anna"}
    assert names(asked_with(two.group, SPLIT, two.eva)) == {"Anna", "Bram"}


def test_who_coordinates_alone_asks_who_answers_for_the_organisation_and_splits_as_before(cast):
    assert names(asked_with(cast.group, CLOSE, cast.anna)) == {"Eva"}
    assert not asked_with(cast.group, SPLIT, cast.anna).exists()


def test_where_there_is_nobody_to_ask_one_decides(cast):
    cast.organisation.roles.all().delete()
    assert not asked_with(cast.group, CLOSE, cast.anna).exists()
    assert close_group(cast.group, by=cast.anna).status == "closed"


def test_an_idea_is_dropped_and_a_group_that_nobody_runs_is_closed_by_one(cast):
    idea = start_idea(cast.organisation, name="Plantenbuurt")
    join(idea, cast.anna, "coordinator")
    assert close_group(idea, by=cast.anna).status == "closed"
    Membership.objects.filter(person=cast.anna, group=cast.group).update(role="member")
    assert close_group(cast.group, by=cast.eva).status == "closed"


def test_who_was_appointed_for_the_occasion_is_not_asked_while_another_is_there(cast):
    appoint_coordinator(of(cast.bram), by=cast.anna)
    assert names(asked_with(cast.group, CLOSE, cast.anna)) == {"Eva"}
    with time_machine.travel(NOON + timedelta(days=2), tick=False):
        assert names(asked_with(cast.group, CLOSE, cast.anna)) == {"Bram"}


def test_who_lives_in_the_same_home_counts_as_one(two):
    Membership.objects.filter(person__in=[two.anna, two.bram]).update(street="Mezenlaan", house_number="4")
    assert names(asked_with(two.group, CLOSE, two.anna)) == {"Eva"}
    two.organisation.roles.all().delete()
    assert names(asked_with(two.group, CLOSE, two.anna)) == {"Bram"}


@pytest.mark.parametrize("who", ["anna", "bram", "eva"])
def test_nobody_does_it_alone(two, who):
    by = getattr(two, who)
    joost = join(two.group, make_person("Joost"), street="Vinkenlaan")
    for act in (
        lambda: close_group(two.group, by=by),
        lambda: split_group(two.group, streets=["Vinkenlaan"], name="Vinkenbuurt", coordinator=joost, by=by),
    ):
        with pytest.raises(DomainError, match="Nobody decides this alone"):
            act()
    assert not WatchGroup.objects.filter(name="Vinkenbuurt").exists()


def test_a_group_ends_with_the_second_yes(two, received):
    proposal = propose_ending(two.group, by=two.anna)
    assert titles(received(two.bram)) == ["Vogelbuurt voorgoed stoppen?"]
    assert received(two.anna) == received(two.eva) == received(two.gerrit) == []
    assert "proposal" in {task.kind for task in tasks_for(two.group, two.bram)}
    assert "proposal" not in {task.kind for task in tasks_for(two.group, two.anna)}
    assert agree_to(proposal, by=two.bram).status == "closed"
    assert not queries.members_of(two.group).exists()
    actions = list(Line.objects.filter(action__startswith="proposal.").order_by("pk").values_list("action", flat=True))
    assert actions == ["proposal.made", "proposal.agreed"]


def test_a_group_is_split_with_the_second_yes(two):
    proposal = propose_split(
        two.group, streets=["Merelweg"], name=" Merelbuurt ", coordinator=of(two.bram), by=two.anna
    )
    assert not WatchGroup.objects.filter(name="Merelbuurt").exists()
    new = agree_to(proposal, by=two.bram)
    assert (new.name, queries.is_coordinator(two.bram, new)) == ("Merelbuurt", True)
    assert queries.is_coordinator(two.anna, two.group)


def test_a_split_that_is_not_possible_is_not_asked(two):
    with pytest.raises(DomainError, match="both halves"):
        propose_split(two.group, streets=[], name="Merelbuurt", coordinator=of(two.bram), by=two.anna)
    with pytest.raises(DomainError, match="already a group"):
        propose_split(two.group, streets=["Merelweg"], name="Bloemenbuurt", coordinator=of(two.bram), by=two.anna)
    assert not GroupProposal.objects.exists()


def test_no_leaves_everything_as_it_is_and_is_told(two, received):
    proposal = propose_ending(two.group, by=two.anna)
    decline(proposal, by=two.bram)
    [told] = received(two.anna)
    assert (told.title, "zei nee" in told.body) == ("Uw vraag over Vogelbuurt", True)
    with pytest.raises(DomainError, match="decided already"):
        agree_to(proposal, by=two.bram)
    two.group.refresh_from_db()
    assert two.group.status == "active"


def test_who_asked_takes_it_back_and_hears_nothing_of_it(two, received):
    proposal = decline(propose_ending(two.group, by=two.anna), by=two.anna)
    assert (proposal.state, received(two.anna), to_answer(two.bram)) == (State.WITHDRAWN, [], [])
    assert propose_ending(two.group, by=two.bram).state == State.WAITING


def test_a_question_lapses_after_a_week(two, received):
    proposal = propose_ending(two.group, by=two.anna)
    with pytest.raises(DomainError, match="waits for an answer already"):
        propose_ending(two.group, by=two.bram)
    with time_machine.travel(NOON + timedelta(days=7), tick=False):
        with pytest.raises(DomainError, match="Nobody agreed in time"):
            agree_to(proposal, by=two.bram)
        assert [mark_lapsed(timezone.now()), mark_lapsed(timezone.now())] == [1, 0]
        assert "Niemand antwoordde op tijd" in received(two.anna)[-1].body
        assert propose_ending(two.group, by=two.anna).pk != proposal.pk


def test_only_who_is_asked_says_yes_and_only_while_who_asked_is_there(two):
    proposal = propose_ending(two.group, by=two.anna)
    for nobody in (two.anna, two.gerrit, two.farid, two.eva):
        with pytest.raises(DomainError, match="somebody else"):
            agree_to(proposal, by=nobody)
    GroupProposal.objects.update(proposed_by=None)
    with pytest.raises(DomainError, match="somebody else"):
        agree_to(proposal, by=two.bram)


def test_on_the_pages(two, login):
    anna, bram = login(two.anna), login(two.bram)
    assert anna.post(f"{DESK}stand/", {"change": "close", "sure": "yes"})["Location"] == "/tweede-ja/"
    assert "Neem de vraag terug" in anna.get("/tweede-ja/").content.decode()
    [proposal] = GroupProposal.objects.all()
    answer = f"/tweede-ja/{proposal.pk}/"
    for nobody in (two.farid, two.eva, two.gerrit):
        assert login(nobody).post(answer, {"answer": "yes", "sure": "yes"}).status_code == 404
    page = bram.get("/tweede-ja/").content.decode()
    assert "Anna vraagt uw ja of nee" in page
    assert bram.post(answer, {"answer": "yes"}).status_code == 400
    assert bram.post(answer, {"answer": "yes", "sure": "yes"}).status_code == 302
    two.group.refresh_from_db()
    assert two.group.status == "closed"


def test_a_split_on_the_page_waits_for_the_other(two, login):
    data = {"streets": ["Merelweg"], "name": "Merelbuurt", "coordinator": str(of(two.bram).pk)}
    assert "Vraag een tweede ja" in login(two.anna).get(f"{DESK}splitsen/").content.decode()
    assert login(two.anna).post(f"{DESK}splitsen/", data)["Location"] == "/tweede-ja/"
    page = login(two.bram).get("/tweede-ja/").content.decode()
    assert ("Merelbuurt" in page, "Merelweg" in page) == (True, True)


def test_an_official_is_asked_without_a_name(cast, login):
    make_dormant(cast.group, by=cast.anna)
    login(cast.anna).post(f"{DESK}stand/", {"change": "close", "sure": "yes"})
    eva = login(cast.eva)
    assert "tweede ja" in eva.get("/gemeente/ede/groepen/").content.decode()
    page = eva.get("/tweede-ja/").content.decode()
    assert ("Vogelbuurt" in page, "Anna" in page) == (True, False)


def test_what_is_kept_of_who_asked_and_answered(two):
    decline(propose_ending(two.group, by=two.anna), by=two.bram)
    assert [one["group"] for one in export_proposals(two.bram.pk)] == ["Vogelbuurt"]
    assert (erase_proposals(two.bram.pk), erase_proposals(two.anna.pk)) == (1, 1)
    assert export_proposals(two.anna.pk) == []
    assert forget_proposals(NOON + KEPT) == 0
    assert forget_proposals(NOON + KEPT + timedelta(days=8)) == 1
