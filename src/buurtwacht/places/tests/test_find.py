# SPDX-License-Identifier: EUPL-1.2
import statistics
import time

import psycopg
import pytest
import shapely
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import group_at
from buurtwacht.places.finder import finder
from buurtwacht.places.models import Area
from buurtwacht.places.queries import area_at, nearest_street, street_named, streets_in, streets_like
from buurtwacht.places.services import add_street
from buurtwacht.testing.cast import make_area

MEDIAN = 0.005  # seconds of work for one look-up among 10,000 areas; on the clock the benchmarks measure it


def keep(code, shape, kind="neighbourhood", **fields):
    return Area.objects.create(code=code, name=code, kind=kind, border=shapely.to_wkb(shape), **fields)


@pytest.mark.django_db
class TestAreaAt:
    def test_a_point_lies_in_its_neighbourhood_before_its_town(self):
        keep("town", box(5, 52, 6, 53), "municipality")
        here = keep("here", box(5.1, 52.1, 5.2, 52.2))

        assert area_at(52.15, 5.15) == here
        assert area_at(52.5, 5.5).code == "town"
        assert area_at(52.15, 5.15, kind="municipality").code == "town"
        assert area_at(51, 5) is None

    def test_an_enclave_is_not_what_lies_around_it(self):
        hole = box(5.4, 52.4, 5.6, 52.6)
        keep("around", Polygon(box(5, 52, 6, 53).exterior, [hole.exterior]))
        enclave = keep("enclave", hole)
        counter = keep("counter", box(5.45, 52.45, 5.5, 52.5))  # Belgium in the Netherlands in Belgium

        assert area_at(52.41, 5.41) == enclave
        assert area_at(52.46, 5.46) == counter
        assert area_at(52.1, 5.1).code == "around"
        assert area_at(52.5, 5.4) == enclave  # on the border: the smaller of the two

    def test_a_shared_border_gives_the_same_answer_every_time(self):
        keep("west", box(5.0, 52, 5.1, 52.1))
        keep("east", box(5.1, 52, 5.2, 52.1))
        answers = {area_at(52.05, 5.1).code for _ in range(20)}
        assert len(answers) == 1

        Area.objects.all().delete()
        keep("east", box(5.1, 52, 5.2, 52.1))
        keep("west", box(5.0, 52, 5.1, 52.1))
        assert {area_at(52.05, 5.1).code} == answers

    def test_where_four_areas_meet_one_answers(self):
        for number, (west, south) in enumerate([(5, 52), (5.1, 52), (5, 52.1), (5.1, 52.1)]):
            keep(f"quarter-{number}", box(west, south, west + 0.1, south + 0.1))
        assert area_at(52.1, 5.1) == area_at(52.1, 5.1)
        assert area_at(52.1, 5.1) is not None

    def test_the_map_is_new_at_once(self):
        assert area_at(52.05, 5.05) is None
        area = keep("new", box(5, 52, 5.1, 52.1))
        assert area_at(52.05, 5.05) == area
        area.border = shapely.to_wkb(box(6, 52, 6.1, 52.1))
        area.save()
        assert area_at(52.05, 5.05) is None
        assert area_at(52.05, 6.05) == area
        Area.objects.filter(pk=area.pk).update(border=shapely.to_wkb(box(7, 52, 7.1, 52.1)))
        assert area_at(52.05, 7.05) == area
        area.delete()
        assert area_at(52.05, 7.05) is None

    def test_what_is_rolled_back_is_off_the_map(self):
        with transaction.atomic():
            keep("never", box(5, 52, 5.1, 52.1))
            assert area_at(52.05, 5.05).code == "never"
            transaction.set_rollback(True)
        assert area_at(52.05, 5.05) is None
        keep("other", box(6, 52, 6.1, 52.1))
        assert area_at(52.05, 5.05) is None

    def test_the_map_is_read_once(self, django_assert_num_queries):
        keep("here", box(5, 52, 5.1, 52.1))
        finder()
        with django_assert_num_queries(2):
            assert area_at(52.05, 5.05).code == "here"

    @pytest.mark.parametrize("odd", [float("nan"), float("inf"), 91.0, -91.0, 1e300])
    def test_a_point_that_is_nowhere_lies_nowhere(self, odd):
        keep("here", box(5, 52, 5.1, 52.1))
        assert area_at(odd, 5.05) is None

    def test_among_ten_thousand_areas_it_takes_no_time(self):
        size = 0.01
        Area.objects.bulk_create(
            Area(
                code=f"BU{number:06}",
                name=str(number),
                kind="neighbourhood",
                border=shapely.to_wkb(
                    box(
                        3 + number % 100 * size,
                        51 + number // 100 * size,
                        3 + (number % 100 + 1) * size,
                        51 + (number // 100 + 1) * size,
                    ).segmentize(size / 10)
                ),
            )
            for number in range(10_000)
        )
        finder()
        assert min(self.median_of_a_hundred(size) for _ in range(3)) < MEDIAN

    def median_of_a_hundred(self, size):
        times = []
        for number in range(0, 10_000, 100):
            start = time.thread_time()
            found = area_at(51 + (number // 100 + 0.5) * size, 3 + (number % 100 + 0.5) * size)
            times.append(time.thread_time() - start)
            assert found.code == f"BU{number:06}"
        return statistics.median(times)


class TestGroupAt:
    def test_the_group_of_the_own_neighbourhood_answers(self, cast):
        assert group_at(52.0412, 5.6631) == cast.group
        assert group_at(52.04, 5.68) == cast.next_group
        assert group_at(0, 0) is None

    def test_without_a_group_of_its_own_the_area_around_it_answers(self, cast):
        town = make_area("Ede", "GM0228", 5.0, 51.5, 2.0)
        make_area("Bos", "BU9", 5.1, 51.6, 0.01)
        assert group_at(51.605, 5.105) is None
        WatchGroup.objects.filter(pk=cast.next_group.pk).update(area=town)
        assert group_at(51.605, 5.105) == cast.next_group

    def test_a_closed_group_watches_over_nothing(self, cast):
        WatchGroup.objects.filter(pk=cast.group.pk).update(status="closed")
        assert group_at(52.0412, 5.6631) is None


class TestStreets:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Merelweg", "Merelweg"),
            ("merelweg 14a", "Merelweg"),
            ("MERELWEG", "Merelweg"),
            ("Merelwg", "Merelweg"),
            ("Mereleweg", "Merelweg"),
            ("Lijsterstr. 3", "Lijsterstraat"),
            ("lijsterstraat 12-16", "Lijsterstraat"),
            ("Kauwlaan", None),
            ("", None),
            ("   ", None),
            ("weg", None),
        ],
    )
    def test_a_street_is_found_as_people_type_it(self, cast, text, name):
        found = street_named(cast.group.area, text)
        assert (found.name if found else None) == name

    def test_streets_of_the_parts_belong_to_the_whole(self, cast):
        town = make_area("Ede", "GM0228", 5.0, 51.5, 2.0)
        cast.group.area.parent = town
        cast.group.area.save()
        assert [street.name for street in streets_in(town)] == ["Lijsterstraat", "Merelweg"]

    def test_while_typing_the_beginning_comes_first(self, cast):
        for name in ("Oude Merelweg", "Merelhof"):
            add_street(cast.group.area, name, point=(52.041, 5.662))
        names = [street.name for street in streets_like(cast.group.area, "merel")]
        assert names == ["Merelhof", "Merelweg", "Oude Merelweg"]
        assert streets_like(cast.group.area, " ") == []

    def test_the_nearest_street_is_near(self, cast):
        assert nearest_street(cast.group.area, 52.0413, 5.6630).name == "Merelweg"
        assert nearest_street(cast.group.area, 52.05, 5.70) is None

    def test_a_street_can_be_drawn_and_drawn_again(self, cast):
        area = cast.group.area
        street = add_street(area, "Merelweg", line=[(52.041, 5.66), (52.041, 5.67)])
        again = add_street(area, "Merelweg", point=(52.0, 5.6))

        assert street.pk == again.pk
        assert (street.latitude, round(street.longitude, 3)) == (52.041, 5.665)
        assert again.line is None
        with pytest.raises(ValueError, match="line or a point"):
            add_street(area, "Nergens")

    @given(st.text(max_size=60))
    @settings(max_examples=150, deadline=None)
    def test_whatever_somebody_types_does_no_harm(self, text):
        from buurtwacht.places.names import closest

        assert closest(text, ["Merelweg", "Lijsterstraat", "É", ""]) in {None, "Merelweg", "Lijsterstraat", "É", ""}


@pytest.mark.django_db(transaction=True)
def test_a_change_by_another_process_is_noticed():
    """Also one that does not come from this program: the database itself keeps the version of the map."""
    area = keep("here", box(5, 52, 5.1, 52.1))
    assert area_at(52.05, 5.05) == area

    elsewhere = bytes(shapely.to_wkb(box(6, 52, 6.1, 52.1)))
    with psycopg.connect(**_server()) as other:
        other.execute("UPDATE places_area SET border = %s", [elsewhere])
    assert area_at(52.05, 5.05) is None
    assert area_at(52.05, 6.05) == area


def _server():
    parameters = connection.get_connection_params()
    return {name: parameters[name] for name in ("host", "port", "user", "password", "dbname") if name in parameters}
