# SPDX-License-Identifier: EUPL-1.2
"""Slow mode, announcements only, and a member who may not write for a while. An alarm always finds its way."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import announce_only, lift_suspension, slow_down, suspend_member
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.content import Content
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.flow.audience import reads_first
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.services import share_report
from buurtwacht.reports.thread import services

from .stories import make_report, told

SEEN = Content(place="Merelweg", direction="naar het park")


def add(report, person):
    report.refresh_from_db()
    report = Report.objects.select_related("group__organisation").get(pk=report.pk)
    return services.add_supplement(report, by=person, kind=Entry.Kind.SIGHTING, content=SEEN)


@pytest.fixture
def report(group, bram):
    return make_report(group, bram)


def test_in_slow_mode_a_member_waits_between_two_additions(report, group, gerrit, anna):
    slow_down(group, 5, by=anna)
    add(report, gerrit)
    with pytest.raises(DomainError, match="Wacht nog 5 minuten"):
        add(report, gerrit)
    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        add(report, gerrit)


def test_reporter_and_coordinator_never_wait(report, group, bram, anna):
    slow_down(group, 60, by=anna)
    for person in (bram, bram, anna, anna):
        add(report, person)


def test_when_only_announcements_are_made_members_add_nothing(report, group, gerrit, anna):
    announce_only(group, timezone.now() + timedelta(hours=1), by=anna)
    with pytest.raises(DomainError):
        add(report, gerrit)
    add(report, anna)
    announce_only(group, None, by=anna)
    add(report, gerrit)


@pytest.mark.parametrize("minutes", [-1, 61])
def test_nobody_waits_for_longer_than_an_hour(group, anna, minutes):
    with pytest.raises(DomainError):
        slow_down(group, minutes, by=anna)


def test_announcing_ends_within_a_week(group, anna):
    for until in (timezone.now() - timedelta(minutes=1), timezone.now() + timedelta(days=8)):
        with pytest.raises(DomainError):
            announce_only(group, until, by=anna)


def suspended(group, person, anna) -> Membership:
    own = Membership.objects.get(group=group, person=person)
    return suspend_member(own, timezone.now() + timedelta(days=7), by=anna)


def test_who_is_suspended_adds_nothing(report, group, gerrit, anna):
    own = suspended(group, gerrit, anna)
    with pytest.raises(DomainError, match="noodnummer"):
        add(report, gerrit)
    lift_suspension(own, by=anna)
    add(report, gerrit)


def test_an_alarm_of_who_is_suspended_goes_to_the_coordinator_first(group, gerrit, anna):
    suspended(group, gerrit, anna)
    report = share_report(Draft(id=new_id(), group=group, content=told()), by=gerrit)
    assert report.status == Report.Status.WAITING
    assert report.shown_at is None


def test_a_suspension_ends_by_itself(group, gerrit, anna):
    suspended(group, gerrit, anna)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert share_report(Draft(id=new_id(), group=group, content=told()), by=gerrit).status == Report.Status.OPEN


@pytest.mark.parametrize("raiser", ["member", "coordinator"])
def test_where_nobody_coordinates_no_alarm_waits_for_a_coordinator(group, gerrit, anna, raiser):
    """The only coordinator is suspended: neither their alarm nor that of anybody else lies where nobody reads it."""
    group.overrides = {"raiser": raiser}
    group.save(update_fields=["overrides"])
    Membership.objects.filter(group=group).update(deputy_of=None)
    for person in (anna, gerrit):
        suspended(group, person, anna)
    for place, person in (("Merelweg", anna), ("Vinkenlaan", gerrit)):
        content = replace(told(), place=place, location=None, text=f"Man breekt in aan de {place}")
        draft = Draft(id=new_id(), group=group, content=content)
        assert reads_first(draft, person) == ""
        report = share_report(draft, by=person)
        assert report.status == Report.Status.OPEN
        assert report.shown_at is not None
        Report.objects.update(status=Report.Status.CLOSED, closed_at=timezone.now())
