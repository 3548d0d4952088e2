# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.lib.errors import DomainError
from buurtwacht.reports.content import Content, PersonCard, VehicleCard
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services

from .threads import kinds, sighting

Kind = Entry.Kind
NEW = Content(persons=(PersonCard(sex="man"),), vehicles=(VehicleCard(kind="van"),), text="Rent weg.", place="Merelweg")


@pytest.mark.parametrize("kind", [Kind.SIGHTING, Kind.PERSON, Kind.VEHICLE])
def test_once_the_police_are_there_new_observations_still_count(group, bram, gerrit, kind):
    report = make_report(group, bram)
    services.mark_police_on_site(report, by=bram)

    assert services.add_supplement(report, by=gerrit, kind=kind, content=NEW).kind == kind


@pytest.mark.parametrize("kind", [Kind.CALL, Kind.POLICE_ON_SITE])
def test_and_nothing_else_does(group, bram, gerrit, kind):
    report = make_report(group, bram)
    services.mark_police_on_site(report, by=bram)

    with pytest.raises(DomainError):
        services.add_supplement(report, by=gerrit, kind=kind, content=NEW)
    assert kinds(report) == ["shared", "police_on_site"]


def test_the_reporter_may_still_correct(group, bram):
    report = make_report(group, bram)
    services.mark_police_on_site(report, by=bram)
    assert services.correct_report(report, by=bram, content=NEW).kind == Kind.CORRECTION


def test_any_neighbour_can_say_that_the_police_are_there(group, bram, gerrit):
    report = make_report(group, bram)
    sighting(report, gerrit)
    services.mark_police_on_site(report, by=gerrit)
    report.refresh_from_db()
    assert report.police_on_site_at is not None
