# SPDX-License-Identifier: EUPL-1.2
"""A vehicle always has a place: that of the report is filled in and shown, until somebody says otherwise (R124)."""

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.reports.content import Content, VehicleCard, read
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import add_supplement

VAN = {"vehicle-0-kind": "van", "vehicle-0-colour": "wit", "minutes_ago": "0"}


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram)


def added(report):
    return read(report.entries.get(kind=Entry.Kind.VEHICLE)).vehicles[0]


def test_the_place_of_the_report_is_filled_in_and_in_sight(cast, report, login):
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/aanvullen/voertuig/").content.decode()
    field = page.index('id="id_vehicle-0-place"')
    assert f'value="{report.place}"' in page[field - 300 : field + 300]
    assert field < page.index("bw-doubt", page.index('id="id_vehicle-0-kind"'))  # not behind "more"


@pytest.mark.parametrize(
    ("said", "kept"), [({}, ""), ({"vehicle-0-place": ""}, ""), ({"vehicle-0-place": "Dorpsplein"}, "Dorpsplein")]
)
def test_a_vehicle_that_a_neighbour_adds_has_a_place(cast, report, login, said, kept):
    told = VAN | said | {"entry_id": new_id()}
    assert login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/voertuig/", told).status_code == 302
    assert added(report).place == (kept or report.place)


def test_by_whatever_way_it_comes(cast, report):
    content = Content(vehicles=(VehicleCard(kind="car"),))
    add_supplement(report, by=cast.gerrit, kind=Entry.Kind.VEHICLE, content=content)
    assert added(report).place == report.place


def test_nothing_but_a_place_is_no_vehicle(cast, report, login):
    told = {"vehicle-0-place": report.place, "minutes_ago": "0", "entry_id": new_id()}
    assert login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/voertuig/", told).status_code == 200
