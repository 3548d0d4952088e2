# SPDX-License-Identifier: EUPL-1.2
"""Loose tiles go to the municipality, by its own page or number (R139)."""

import re

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.reports.flow.routes import municipal_route, routes_for

from .stories import make_report
from .walker import SEEN, Walker

PAGE = "https://www.ede.example/melden"
TILE = "Losse tegel op de stoep"


@pytest.fixture
def group(cast):
    cast.group.overrides = {"municipal_report_url": PAGE}
    cast.group.save()
    return cast.group


def test_the_advice_about_tiles_leads_to_the_page_of_the_municipality(group, cast, login):
    walk = Walker(login(cast.bram)).press("call", **SEEN | {"words": TILE, "behaviours": []})
    advice = re.search(r'id="raad-bel">(.*?)</section>', walk.text, re.DOTALL)[1]  # before anybody calls about a tile
    assert f'href="{PAGE}"' in advice
    assert "Meld het bij de gemeente op ede.example" in advice


def test_a_chosen_sign_is_never_about_tiles(group, cast, login):
    walk = Walker(login(cast.bram)).press("call", **SEEN | {"words": TILE})
    assert 'id="raad-nu"' not in walk.text


def test_an_addition_about_tiles_leads_there_too(group, cast, login):
    report = make_report(group, cast.bram)
    told = {"place": "Merelweg", "text": TILE, "minutes_ago": "0", "entry_id": new_id()}
    answer = login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/gezien/", told)
    assert answer.status_code == 200
    assert f'href="{PAGE}"' in answer.content.decode()


def test_what_is_over_may_be_for_the_municipality(group):
    assert routes_for(group)[-1].href == PAGE


def test_a_number_will_do_and_without_either_nothing_is_promised(cast):
    cast.group.overrides = {"municipal_number": "14 0318"}
    assert municipal_route(cast.group.policy).href == "tel:140318"
    cast.group.overrides = {}
    assert municipal_route(cast.group.policy) is None
