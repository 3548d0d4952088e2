# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.enrolment.staying import tasks
from buurtwacht.enrolment.staying.services import leave_group
from buurtwacht.groups.queries import membership_in
from buurtwacht.people.models import Person
from buurtwacht.privacy.models import DeletionProof
from buurtwacht.testing.cast import join


def gone(person):
    return Person.objects.get(pk=person.pk).erased_at is not None


def test_a_month_after_the_last_group_somebody_is_forgotten_with_proof(cast, time_machine_at):
    leave_group(membership_in(cast.bram, cast.group), by=cast.bram)
    with time_machine_at(days=29):
        tasks.erase_left_behind.func(timestamp=0)
        assert not gone(cast.bram)
    with time_machine_at(days=31):
        tasks.erase_left_behind.func(timestamp=0)
        tasks.erase_left_behind.func(timestamp=0)

    assert gone(cast.bram)
    assert Person.objects.get(pk=cast.bram.pk).first_name == ""
    assert gone(cast.chantal), "she never joined, and has no application"
    assert DeletionProof.objects.filter(model="people.Person").count() == 2


def test_members_officials_and_applicants_stay(cast, apply_to, time_machine_at):
    apply_to(cast.group, person=cast.chantal)
    with time_machine_at(days=200):
        tasks.erase_left_behind.func(timestamp=0)

    assert not Person.objects.filter(erased_at__isnull=False).exists()


def test_who_comes_back_in_time_stays(cast, time_machine_at):
    leave_group(membership_in(cast.bram, cast.group), by=cast.bram)
    join(cast.group, cast.bram)
    with time_machine_at(days=200):
        tasks.erase_left_behind.func(timestamp=0)

    assert not gone(cast.bram)
