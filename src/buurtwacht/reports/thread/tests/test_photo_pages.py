# SPDX-License-Identifier: EUPL-1.2
"""The pages on which a photo becomes unrecognisable, without a script: fields of a grid, a look, a choice."""

import re

import pytest

from buurtwacht.reports.models import Photo
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import gather

from .test_photo_to_group import striped
from .threads import make_photo


@pytest.fixture
def cast(db):
    return gather("be-lanaken")


@pytest.fixture
def photo(cast):
    report = make_report(cast.group, cast.bram)
    photo = make_photo(report, "waiting", jpeg=striped())
    Photo.objects.update(width=640, height=480)
    return photo


@pytest.fixture
def desk(cast, photo):
    return f"/bureau/{cast.group.slug}/meldingen/{photo.report_id}/foto/{photo.pk}/"


@pytest.fixture
def own(photo):
    return f"/meldingen/{photo.report_id}/foto/{photo.pk}/wazig/"


def test_fields_have_names_and_say_what_was_chosen(cast, photo, login, desk):
    client = login(cast.anna)
    page = client.get(desk).content.decode()
    assert page.count('name="cells"') == 48
    assert "Rij 2, kolom 3" in page

    told = {"blur": "", "cells": ["2-3", "6-8"], "areas": ["10,20,300,400"]}
    assert client.post(f"{desk}?opnieuw", told).status_code == 302

    photo.refresh_from_db()
    assert photo.areas == [[250, 166, 375, 333], [875, 833, 1000, 1000], [10, 20, 300, 400]]
    assert "Zo mag de groep hem zien" in client.get(desk).content.decode()
    again = client.get(f"{desk}?opnieuw").content.decode()
    assert re.findall(r'name="cells" value="([\d-]+)" checked', again) == ["2-3", "6-8"]
    assert 'name="areas" value="10,20,300,400" checked' in again


def test_what_was_seen_goes_to_the_group_with_one_press(cast, photo, login, desk):
    client = login(cast.anna)
    client.post(desk, {"blur": "", "cells": ["1-1"]})
    [seen] = re.findall(r'name="preview" value="(\w+)"', client.get(desk).content.decode())
    assert client.post(desk, {"approve": "", "preview": "another"}).status_code == 400
    answer = client.post(desk, {"approve": "", "preview": seen})

    assert answer.status_code == 302
    assert Photo.objects.get().audience == "group"
    assert client.get(desk).status_code == 404
    assert "opnieuw" not in login(cast.bram).get(f"/meldingen/{photo.report_id}/").content.decode()


def test_nothing_to_blur_is_said_and_not_forgotten(cast, photo, login, desk):
    client = login(cast.anna)
    page = client.post(desk, {"blur": ""}).content.decode()
    assert "vink aan dat niemand te herkennen is" in page
    assert Photo.objects.get().shown is None

    client.post(desk, {"blur": "", "nobody": "on"})
    assert Photo.objects.get().shown is not None


@pytest.mark.parametrize(
    "told",
    [
        {"cells": ["9-9"]},
        {"cells": ["<b>"]},
        {"areas": ["1,2,3"]},
        {"areas": ["0,0,99999,5"]},
        {"areas": ["٣,0,100,100"]},
        {"areas": ["-1,0,100,100"]},
        {"areas": [f"0,0,{n},500" for n in range(100, 200)]},
    ],
)
def test_what_cannot_be_read_is_asked_again(cast, photo, login, desk, told):
    page = login(cast.anna).post(desk, {"blur": "", "nobody": "on", **told})
    assert page.status_code == 200
    assert 'id="fouten"' in page.content.decode()
    assert Photo.objects.get().shown is None


def test_no_is_a_choice_with_a_reason(cast, photo, login, desk):
    client = login(cast.anna)
    assert 'id="id_reason_error"' in client.post(desk, {"refuse": ""}).content.decode()
    assert Photo.objects.get().audience == "waiting"
    client.post(desk, {"refuse": "", "reason": "words_do"})
    assert Photo.objects.get().audience == "police"


def test_its_writer_does_the_same_before_anybody_looks(cast, photo, login, own):
    client = login(cast.bram)
    client.post(own, {"blur": "", "cells": ["3-3"]})
    page = client.get(own).content.decode()
    assert "Zo is het goed" in page
    assert "Zo mag de groep hem zien" not in page
    assert Photo.objects.get().audience == "waiting"
    client.post(own, {"approve": "", "preview": "x"})
    assert Photo.objects.get().audience == "waiting"


def test_other_neighbours_find_no_page(cast, photo, login, own, desk):
    for person in (cast.gerrit, cast.farid):
        assert login(person).get(own).status_code == 404
        assert login(person).get(desk).status_code == 404
    assert login(cast.anna).get(own).status_code == 404
    assert login(cast.bram).get(desk).status_code in (302, 404)


@pytest.mark.parametrize(("plate", "said"), [("group", False), ("police_only", True), ("never", True)])
def test_the_tool_says_when_plates_are_not_for_neighbours(cast, photo, login, own, plate, said):
    cast.group.overrides = {"plate": plate}
    cast.group.save(update_fields=["overrides"])
    page = login(cast.bram).get(own).content.decode()
    assert ("nummerplaten: tik die ook aan" in page or "kentekens: tik die ook aan" in page) == said


def test_under_police_only_there_is_no_tool(cast, photo, login, own, desk):
    cast.group.overrides = {"photo": "police_only"}
    cast.group.save(update_fields=["overrides"])
    assert login(cast.bram).get(own).status_code == 404
    assert login(cast.anna).get(desk).status_code == 404
