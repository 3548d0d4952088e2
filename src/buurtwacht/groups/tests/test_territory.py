# SPDX-License-Identifier: EUPL-1.2
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from buurtwacht.groups.models import StreetRange, WatchGroup
from buurtwacht.groups.queries import (
    group_at,
    group_at_address,
    group_of_address,
    neighbours_of,
    overlaps_and_gaps,
)
from buurtwacht.groups.territory import Numbers, holds, left_over, share_houses
from buurtwacht.places.addresses import spot_of
from buurtwacht.places.models import Area, Street
from buurtwacht.places.services import add_street
from buurtwacht.testing.cast import make_area, make_group, make_organisation

BOTH, EVEN, ODD = StreetRange.Side.BOTH, StreetRange.Side.EVEN, StreetRange.Side.ODD
SOME = st.none() | st.integers(1, 30)


def part(first=None, last=None, side=BOTH, street="Merelweg", **fields):
    return StreetRange(street=street, first_number=first, last_number=last, side=side, **fields)


@st.composite
def parts(draw):
    first, last = draw(SOME), draw(SOME)
    if first and last and first > last:
        first, last = last, first
    return part(first, last, draw(st.sampled_from([BOTH, EVEN, ODD])))


class TestRules:
    @pytest.mark.parametrize(
        ("one", "number", "answer"),
        [
            (part(), 1, True),
            (part(10, 20), 10, True),
            (part(10, 20), 20, True),
            (part(10, 20), 21, False),
            (part(None, 20), 1, True),
            (part(10), 9, False),
            (part(10), 99_999, True),
            (part(1, 99, EVEN), 14, True),
            (part(1, 99, EVEN), 15, False),
            (part(1, 99, ODD), 15, True),
            (part(1, 99, ODD), None, True),  # without a number any house will do
        ],
    )
    def test_a_house_belongs_to_a_part_of_its_street(self, one, number, answer):
        assert holds(one, "merelweg", number) is answer
        assert not holds(one, "Lijsterstraat", number)

    @given(parts(), parts())
    def test_two_parts_share_houses_when_there_is_one_that_both_hold(self, one, other):
        shared = [
            number for number in range(1, 70) if holds(one, "Merelweg", number) and holds(other, "Merelweg", number)
        ]
        assert share_houses(one, other) is bool(shared)
        assert not share_houses(one, part(street="Lijsterstraat"))

    @given(st.lists(parts(), max_size=5))
    def test_what_is_left_over_is_what_nobody_holds(self, held):
        free = left_over(held)
        for number in range(1, 70):
            in_a_part = any(holds(one, "Merelweg", number) for one in held)
            in_the_rest = any(holds(part(one.first, one.last, one.side), "Merelweg", number) for one in free)
            assert in_a_part is not in_the_rest

    def test_it_is_told_as_people_would(self):
        assert left_over([]) == [Numbers(1)]
        assert left_over([])[0].is_all
        assert left_over([part()]) == left_over([part(side=EVEN), part(side=ODD)]) == []
        assert left_over([part(side=EVEN)]) == [Numbers(1, None, ODD)]
        assert left_over([part(1, 50)]) == [Numbers(51)]
        assert left_over([part(11, 20), part(31)]) == [Numbers(1, 10), Numbers(21, 30)]


@pytest.fixture
def shared(cast):
    """Two groups in one area: the old one has the Lijsterstraat and a side of the Merelweg, a new one has the other."""
    new = make_group(cast.organisation, "Merelweg even", area=cast.group.area)
    add_street(cast.group.area, "Zwaluwstraat", point=(52.0435, 5.665))
    Street.objects.filter(area=cast.next_group.area).delete()
    for street, side in (("Merelweg", ODD), ("Lijsterstraat", BOTH)):
        part(street=street, side=side, group=cast.group).save()
    part(street="Merelweg", side=EVEN, group=new).save()
    return new


class TestGroupAtAddress:
    @pytest.mark.parametrize(
        ("address", "name"),
        [
            ("Merelweg 13", "Vogelbuurt"),
            ("Merelweg 14", "Merelweg even"),
            ("merelwg 14a", "Merelweg even"),
            ("Merelweg 14 bis A", "Merelweg even"),
            ("Lijsterstraat 8", "Vogelbuurt"),
            ("Zwaluwstraat 3", None),  # nobody has it
        ],
    )
    def test_the_street_and_the_side_decide(self, shared, address, name):
        found = group_of_address(address)
        assert (found.name if found else None) == name

    def test_a_house_number_may_be_text_or_a_number(self, shared, cast):
        spot = spot_of("Merelweg")
        assert group_at_address(spot, "Merelweg", 14) == group_at_address(spot, "Merelweg", "14 bis") == shared
        assert group_at_address(spot, number="13") == cast.group  # the spot knows its street
        assert group_at_address(spot, "Merelweg") == cast.group  # without a number the oldest that has the street

    def test_a_group_without_streets_has_what_is_left(self, shared, cast):
        rest = make_group(cast.organisation, "De rest", area=cast.group.area)
        assert group_of_address("Zwaluwstraat 3") == rest
        assert group_of_address("Merelweg 14") == shared

    def test_else_the_area_around_it_has(self, shared, cast):
        town = make_area("Ede", "GM0228", 5.0, 51.5, 2.0)
        whole = make_group(cast.organisation, "Heel Ede", area=town)
        assert group_of_address("Zwaluwstraat 3") == whole

    def test_a_closed_group_has_no_streets(self, shared, cast):
        WatchGroup.objects.filter(pk=shared.pk).update(status="closed")
        assert group_of_address("Merelweg 14") is None
        assert group_of_address("Merelweg 13") == cast.group

    def test_a_point_belongs_to_the_group_of_the_nearest_street(self, shared, cast):
        StreetRange.objects.filter(group=cast.group, street="Merelweg").delete()
        assert group_at(52.0412, 5.6631) == shared  # in the Merelweg
        assert group_at(52.04152, 5.6628) == cast.group  # in the Lijsterstraat
        assert group_at(52.0495, 5.6695) == cast.group  # far from any: the oldest of the area

    def test_one_group_alone_needs_no_street(self, cast):
        assert group_at_address(spot_of("Lijsterstraat"), "Nergensstraat", "1") == cast.group


def test_neighbours_share_an_area_or_a_border(cast, shared):
    far = make_group(cast.organisation, "Ver weg", area=make_area("Ver", "BU3", 5.75, 52.03))
    near = make_group(
        make_organisation("Wageningen"), "Net ernaast", area=make_area("Net", "BU4", 5.6301, 52.03, 0.0197)
    )
    closed = make_group(cast.organisation, "Gestopt", area=cast.next_group.area, status="closed")

    assert list(neighbours_of(cast.group)) == [cast.next_group, shared, near]
    assert cast.group in neighbours_of(cast.next_group)
    assert not {far, closed} & set(neighbours_of(cast.group))
    assert list(neighbours_of(make_group(cast.organisation, "Zonder gebied"))) == []


class TestFit:
    def test_areas_side_by_side_fit(self, cast):
        assert overlaps_and_gaps(cast.organisation).is_whole

    def test_areas_over_one_another_are_told_with_their_share(self, cast):
        over = make_group(cast.organisation, "Eroverheen", area=make_area("Over", "BU5", 5.68, 52.03))
        again = make_group(cast.organisation, "Nog eens", area=cast.group.area)

        found = overlaps_and_gaps(cast.organisation).overlaps
        assert [(one.first, one.second, one.percent) for one in found] == [
            (cast.next_group, over, 50.0),
            (again, cast.group, 100.0),
        ]

    def test_what_of_the_municipality_has_no_group_is_told(self, cast):
        town = make_area("Ede", "GM0228", 5.65, 52.03, 0.08)
        Area.objects.filter(pk=town.pk).update(kind="municipality")
        Area.objects.filter(pk__in=[cast.group.area.pk, cast.next_group.area.pk]).update(parent=town)
        Area.objects.create(
            code="BU9",
            name="Bos",
            kind="neighbourhood",
            parent=town,
            border=shapely.to_wkb(box(5.69, 52.03, 5.71, 52.05)),
        )
        gaps = overlaps_and_gaps(cast.organisation).gaps
        assert [(gap.area.name, gap.percent) for gap in gaps] == [("Bos", 100.0), ("Ede", 81.2)]

        make_group(cast.organisation, "Heel Ede", area=town)
        assert overlaps_and_gaps(cast.organisation).gaps == []

    def test_houses_of_two_groups_and_of_none_are_told(self, cast, shared):
        part(street="Lijsterstraat", first=10, last=20, group=shared).save()
        part(street="Lijstersteeg", group=shared).save()

        found = overlaps_and_gaps(cast.organisation)
        assert found.overlaps == []
        assert [(one.first.group, one.second.group, one.first.street) for one in found.street_overlaps] == [
            (shared, cast.group, "Lijsterstraat")
        ]
        assert [(gap.street, gap.numbers) for gap in found.street_gaps] == [("Zwaluwstraat", Numbers(1))]
        assert [one.street for one in found.unknown_streets] == ["Lijstersteeg"]

        make_group(cast.organisation, "De rest", area=cast.group.area)
        assert overlaps_and_gaps(cast.organisation).street_gaps == []

    def test_an_organisation_without_groups_has_no_territory(self, db):
        assert overlaps_and_gaps(make_organisation("Wageningen")).is_whole
