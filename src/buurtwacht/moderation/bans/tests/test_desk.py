# SPDX-License-Identifier: EUPL-1.2
"""What administrators see of bans, and how two of them end one before its day."""

import pytest
from django.utils import timezone

from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.bans import queries, services
from buurtwacht.moderation.bans.rules import needs_two
from buurtwacht.moderation.models import Ban, SharedAddress
from buurtwacht.people.queries import own_data
from buurtwacht.people.services import add_contact_point
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import join, make_person

PAGE = "/bureau/vogelbuurt/groep/uitsluitingen/"


def kinds(group, person):
    return [task.kind for task in tasks_for(group, person) if task.kind.startswith("ban_")]


def test_the_page_shows_the_rule_and_the_day_and_no_name(cast, gone, login):
    page = login(cast.anna).get(PAGE).content.decode()
    assert str(timezone.localtime(Ban.objects.get().ends_at).year) in page
    for secret in ("Bram", "Merelweg", "gmail", "12345678"):
        assert secret not in page


def test_how_often_and_not_who(cast, gone, login, applies):
    from buurtwacht.enrolment.applying.services import prove

    prove(applies("bram@oud.example"), "email")
    handle_due_lines()
    page = login(cast.anna).get(PAGE).content.decode()
    assert "1 keer" in page
    assert "bram@oud" not in page


def test_two_administrators_end_it_sooner(cast, gone, ingrid, login):
    ban = Ban.objects.get()
    url = f"{PAGE}{ban.pk}/"
    login(cast.anna).post(url, {"ask": "1"})
    assert kinds(cast.group, ingrid) == ["ban_lift"]
    assert kinds(cast.group, cast.anna) == []
    assert login(cast.anna).post(url, {"agree": "1"}).status_code == 400
    assert Ban.objects.exists()

    login(ingrid).post(url, {"agree": "1"})
    assert not Ban.objects.exists()
    assert Line.objects.filter(action="ban.ended", facts__why="lifted", by_id=ingrid.pk).exists()


def test_what_was_ended_sooner_does_not_begin_again(cast, gone, ingrid):
    """The journal may be late, and it may handle a line twice."""
    ban = Ban.objects.get()
    services.ask_to_lift(ban, by=cast.anna)
    services.agree_to_lift(ban, by=ingrid)
    handle_due_lines()
    Line.objects.filter(action="measure.taken").update(handled_at=None, due_at=ban.began_at)
    handle_due_lines()
    assert not Ban.objects.exists()


def test_one_may_also_say_that_it_stays(cast, gone, ingrid, login):
    ban = Ban.objects.get()
    services.ask_to_lift(ban, by=cast.anna)
    with pytest.raises(DomainError):
        services.ask_to_lift(ban, by=ingrid)
    login(ingrid).post(f"{PAGE}{ban.pk}/", {"keep": "1"})
    ban.refresh_from_db()
    assert ban.lift_asked_at is None
    with pytest.raises(DomainError):
        services.agree_to_lift(ban, by=ingrid)


def test_what_one_decides_one_may_undo():
    assert needs_two(PRESETS["nl"])
    assert {needs_two(policy) for policy in PRESETS.values()} == {True, False}


def test_members_and_the_next_group_see_nothing(cast, gone, login):
    ban = Ban.objects.get()
    for person in (cast.gerrit, cast.farid, cast.dirk):
        assert login(person).get(PAGE).status_code == 404
        assert login(person).post(f"{PAGE}{ban.pk}/", {"ask": "1"}).status_code == 404
    assert Ban.objects.get().lift_asked_at is None


class TestInside:
    @pytest.fixture
    def karin(self, cast, gone):
        """A member who later adds the mail address of who was removed."""
        karin = make_person("Karin")
        join(cast.group, karin, street="Vinkenlaan")
        add_contact_point(karin, "email", "BRAM@oud.example", verified=True)
        handle_due_lines()
        return karin

    def test_an_administrator_is_asked_to_look_and_nobody_is_removed(self, cast, karin, login):
        assert kinds(cast.group, cast.anna) == ["ban_shared"]
        assert membership_in(karin, cast.group)
        assert "Karin, Vinkenlaan" in login(cast.anna).get(PAGE).content.decode()

    def test_it_is_a_housemate_and_that_is_that(self, cast, karin, login):
        shared = SharedAddress.objects.get()
        login(cast.anna).post(f"{PAGE}gezien/{shared.pk}/")
        assert kinds(cast.group, cast.anna) == []
        services.note_shared_address(membership_in(karin, cast.group))
        assert kinds(cast.group, cast.anna) == []

    def test_nobody_settles_it_about_themselves(self, cast, karin, login):
        Membership.objects.filter(person=karin).update(role="coordinator")
        shared = SharedAddress.objects.get()
        assert login(karin).post(f"{PAGE}gezien/{shared.pk}/").status_code == 404
        assert kinds(cast.group, karin) == []

    def test_who_shares_a_phone_when_the_ban_begins_is_seen_too(self, cast, remove):
        Membership.objects.filter(person__in=[cast.bram, cast.gerrit]).update(phone="+31612345678")
        remove(cast.bram)
        handle_due_lines()
        assert [one.membership.person_id for one in SharedAddress.objects.all()] == [cast.gerrit.pk]

    def test_a_claim_without_proof_says_nothing(self, cast, gone):
        gerrit = membership_in(cast.gerrit, cast.group)
        add_contact_point(cast.gerrit, "email", "bramdevries@googlemail.com")
        handle_due_lines()
        assert queries.ban_inside(gerrit) is None


def test_who_is_held_back_reads_it_in_their_own_data(cast, gone):
    assert "no_insults" in str(own_data(cast.bram))
    assert "no_insults" not in str(own_data(cast.gerrit))
