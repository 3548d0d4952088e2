# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.utils import timezone

from buurtwacht.groups import queries
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import end_membership, set_deputy


def names(memberships):
    return {membership.person.first_name for membership in memberships}


def test_members_and_groups(cast):
    assert names(queries.members_of(cast.group)) == {"Anna", "Bram", "Gerrit"}
    assert list(queries.groups_of(cast.bram)) == [cast.group]
    assert list(queries.groups_of(cast.farid)) == [cast.next_group]
    assert list(queries.groups_of(cast.dirk)) == []


def test_who_left_is_no_member(cast):
    end_membership(queries.membership_in(cast.bram, cast.group))
    assert names(queries.members_of(cast.group)) == {"Anna", "Gerrit"}
    assert queries.membership_in(cast.bram, cast.group) is None


def test_coordinators_are_anna_and_a_deputy_who_stands_in(cast):
    anna, gerrit = (queries.membership_in(one, cast.group) for one in (cast.anna, cast.gerrit))
    assert names(queries.coordinators_of(cast.group)) == {"Anna"}
    set_deputy(anna, gerrit, last_day=timezone.localdate() + timedelta(days=7))
    assert names(queries.coordinators_of(cast.group)) == {"Anna", "Gerrit"}
    assert list(queries.groups_coordinated_by(cast.gerrit)) == [cast.group]
    assert queries.is_coordinator(cast.gerrit, cast.group)
    assert not queries.is_coordinator(cast.gerrit, cast.next_group)


def test_a_deputy_on_paper_without_days_does_not_coordinate(cast):
    assert Membership.objects.get(person=cast.gerrit).deputy_of
    assert not queries.is_coordinator(cast.gerrit, cast.group)


def test_roles(cast):
    assert queries.roles_of(cast.dirk).officer == (cast.organisation,)
    assert queries.roles_of(cast.eva).official == (cast.organisation,)
    assert queries.roles_of(cast.hanna).auditor == (cast.organisation,)
    assert not queries.roles_of(cast.bram)


def test_a_duty_is_everything_beyond_membership(cast):
    duties = {name for name in vars(cast) if "group" not in name and name != "organisation"}
    assert {name for name in duties if queries.has_a_duty(getattr(cast, name))} == {"anna", "dirk", "eva", "hanna"}


def test_a_deputy_has_a_duty_from_the_day_of_appointment(cast):
    anna, gerrit = (queries.membership_in(one, cast.group) for one in (cast.anna, cast.gerrit))
    today = timezone.localdate()
    set_deputy(anna, gerrit, first_day=today + timedelta(days=5), last_day=today + timedelta(days=9))
    assert queries.has_a_duty(cast.gerrit)
    assert not queries.is_coordinator(cast.gerrit, cast.group)


def test_lists_take_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        [(one.person.first_name, one.group_id) for one in queries.members_of(cast.group)]
    with django_assert_num_queries(1):
        [(one.group.name, one.group.tz) for one in queries.memberships_of(cast.bram)]
