# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.urls import reverse
from django.utils import timezone

from buurtwacht.enrolment.models import Acceptance, Departure
from buurtwacht.enrolment.staying.services import leave_group
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import appoint_coordinator
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.live.models import Event
from buurtwacht.privacy.services import forget_what_is_due
from buurtwacht.testing.cast import join, make_group


def own(person, group):
    return membership_in(person, group)


def test_two_clicks_and_somebody_is_out(cast, login):
    client = login(cast.bram)
    url = reverse("leave", args=[cast.group.slug])
    assert url in client.get(reverse("own_data")).content.decode()

    response = client.post(url, {"reason": "too_many"})

    assert response.headers["Location"] == reverse("left")
    assert own(cast.bram, cast.group) is None
    assert reverse("erase_own_data") in client.get(reverse("left")).content.decode()


def test_why_is_counted_by_the_month_and_says_not_who(cast):
    leave_group(own(cast.bram, cast.group), by=cast.bram, reason="too_many")

    [departure] = Departure.objects.all()
    assert (departure.reason, departure.month.day) == ("too_many", 1)
    [line] = Line.objects.filter(action="member.left")
    assert line.facts["reason"] == "left"


def test_leaving_twice_in_two_tabs_is_leaving_once(cast):
    membership = own(cast.bram, cast.group)
    leave_group(membership, by=cast.bram)
    leave_group(membership, by=cast.bram)

    assert Departure.objects.count() == 1
    assert Line.objects.filter(action="member.left").count() == 1


def test_who_left_hears_nothing_more_and_open_screens_are_closed(cast):
    leave_group(own(cast.bram, cast.group), by=cast.bram)
    handle_due_lines()

    assert Event.objects.filter(topic=f"person:{cast.bram.pk}", name="closed").exists()


def test_the_last_coordinator_hands_over_first(cast, login):
    anna = own(cast.anna, cast.group)
    page = login(cast.anna).get(reverse("leave", args=[cast.group.slug])).content.decode()
    assert reverse("desk", args=[cast.group.slug]) in page
    with pytest.raises(DomainError, match="enige coördinator"):
        leave_group(anna, by=cast.anna)
    assert own(cast.anna, cast.group) is not None

    appoint_coordinator(own(cast.bram, cast.group))
    leave_group(anna, by=cast.anna)

    assert own(cast.anna, cast.group) is None


def test_who_is_alone_in_a_group_may_simply_go(cast):
    group = make_group(cast.organisation, "Stil")
    membership = join(group, cast.chantal, Membership.Role.COORDINATOR)

    assert leave_group(membership, by=cast.chantal).left_at is not None


def test_a_goodbye_says_what_is_kept_and_how_to_come_back(cast, mailoutbox):
    accepted = Acceptance.objects.create(
        group=cast.group,
        person=cast.bram,
        kind="rules",
        way="ticked",
        text="nl/rules/1",
        digest="0" * 64,
        language="nl",
    )
    leave_group(own(cast.bram, cast.group), by=cast.bram)
    handle_due_lines()

    [mail] = mailoutbox
    assert mail.to == [cast.bram.email]
    assert f"/aanmelden/{cast.group.slug}/" in mail.body
    accepted.refresh_from_db()
    assert accepted.ended_at is not None


def test_a_reason_that_is_none_of_ours_is_refused_with_a_sentence(cast, login):
    response = login(cast.bram).post(reverse("leave", args=[cast.group.slug]), {"reason": "onzin"})

    assert response.status_code == 400
    assert own(cast.bram, cast.group) is not None


def test_address_goes_at_once_and_the_street_after_a_month(cast, time_machine_at):
    membership = leave_group(own(cast.bram, cast.group), by=cast.bram)
    assert (membership.house_number, membership.home, membership.street) == ("", None, "Merelweg")

    with time_machine_at(days=31):
        forget_what_is_due(timezone.now())
    assert not Membership.objects.filter(pk=membership.pk).exists()
