# SPDX-License-Identifier: EUPL-1.2
import csv
import io
import json
from datetime import timedelta

import pytest

from buurtwacht.enrolment.models import Departure
from buurtwacht.groups.models import HintCount
from buurtwacht.insight.columns import COLUMNS
from buurtwacht.insight.models import DescriptionCount
from buurtwacht.insight.services import keep_figures
from buurtwacht.testing.cast import make_organisation

from .made import MARCH, THEN, happened, journalled

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_loud_march(group, cast, time_machine):
    """Three alarms, chatter, four who left, and two flags."""
    time_machine.move_to(THEN + timedelta(days=10))
    for hours in (1, 5, 9):
        happened(group, THEN + timedelta(hours=hours), minutes=30)
    HintCount.objects.create(group=group, month=MARCH, reason="chit_chat", shown=3, changed=1, kept=2)
    for _ in range(4):
        Departure.objects.create(group=group, reason="too_many", month=MARCH)
    journalled("flag.raised", group)
    journalled("flag.raised", group)
    DescriptionCount.objects.create(group=group, month=MARCH, told=9, behaviour=8, looks=5, traits=15, skin=1)
    keep_figures()
    return group


@pytest.fixture
def page(a_loud_march, anna, login):
    return lambda path="": login(anna).get(f"/bureau/vogelbuurt/cijfers/{path}")


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_coordinator_reads_the_aim_and_one_sentence_of_advice(page):
    text = text_of(page())

    assert "Minder dan 2" in text or "minder dan 2" in text
    assert "Samen kijken" in text or "Kijk samen naar de meldingen" in text


def test_the_coordinator_sees_the_own_group_exactly(page):
    table = text_of(page())

    assert "4 van 3" in table
    assert "fewer than" not in table
    assert "minder dan 5" not in table


def test_another_month_can_be_chosen_and_nonsense_shows_this_one(page):
    assert "februari 2026" in text_of(page("?maand=2026-02"))
    for nonsense in ("?maand=straks", "?maand=2031-01", "?maand=2026-13", "?maand=", "?maand=%00"):
        response = page(nonsense)
        assert response.status_code == 200
        assert "maart 2026" in text_of(response)


def test_the_council_never_reads_a_small_number_about_people(a_loud_march, eva, login):
    response = login(eva).get("/gemeente/ede/cijfers/")
    text = text_of(response)

    assert response.status_code == 200
    assert "minder dan 5" in text
    assert "Vogelbuurt" in text
    told = {column.key: str(figure) for column, figure in (*response.context["compared"].order,)}
    assert told["flags"] == "minder dan 5"
    assert told["removals"] == "0"


def test_the_file_of_a_group_has_a_row_for_each_month_and_every_column(page):
    rows = list(csv.DictReader(io.StringIO(page("bestand/csv/").content.decode())))

    assert [row["period"] for row in rows][-1] == "2026-03"
    assert rows[-1]["alarms"] == "3"
    assert rows[-1]["leavers"] == "4"
    assert rows[-1]["left_too_many"] == ""
    assert set(rows[0]) == {"group", "period", *(column.key for column in COLUMNS)}


def test_the_file_of_the_council_holds_no_small_number(a_loud_march, eva, login):
    client = login(eva)
    told = json.loads(client.get("/gemeente/ede/cijfers/bestand/json/").content)

    mine = next(row for row in told["rows"] if row["group"] == "vogelbuurt")
    assert mine["leavers"] == mine["flags"] == "<5"
    assert mine["left_too_many"] == ""
    assert mine["alarms"] == "3"
    assert client.get("/gemeente/ede/cijfers/bestand/exe/").status_code == 404


def test_an_official_of_elsewhere_sees_nothing(a_loud_march, cast, login):
    make_organisation("Barneveld")

    assert login(cast.eva).get("/gemeente/barneveld/cijfers/").status_code == 404
    assert login(cast.eva).get("/gemeente/nergens/cijfers/").status_code == 404


def test_a_group_of_today_has_a_page_too(cast, login):
    assert login(cast.anna).get("/bureau/vogelbuurt/cijfers/").status_code == 200
    assert login(cast.eva).get("/gemeente/ede/cijfers/").status_code == 200


def test_on_paper_everything_stands_open(page):
    assert page("?papier").content.count(b" open>") == page().content.count(b'<details class="bw-card')


def test_the_desk_leads_to_the_figures(page, anna, login):
    assert "/bureau/vogelbuurt/cijfers/" in text_of(login(anna).get("/bureau/vogelbuurt/"))


def reasons_of(page):
    """What each confided reason reads, and under which heading; nothing where none is told."""
    tables = page.context["page"].tables
    return {column.key: (table.title, cells) for table in tables for column, cells in table.rows if column.confided}


def test_why_somebody_left_is_told_of_nobody_whom_one_could_name(a_loud_march, anna, eva, login):
    """Everybody knows who left; what they wrote about it was not for their neighbours."""
    Departure.objects.create(group=a_loud_march, reason="moved", month=MARCH)
    page = login(anna).get("/bureau/vogelbuurt/cijfers/")
    assert reasons_of(page) == {}
    assert "aantal berichten" not in text_of(page)
    assert not login(eva).get("/gemeente/ede/cijfers/").context["compared"].has_reasons


def left_in(group, year, reasons):
    for month, reason in enumerate(reasons, start=1):
        Departure.objects.create(group=group, reason=reason, month=MARCH.replace(year=year, month=month))


def test_reasons_are_told_of_a_whole_calendar_year_and_stand_still(a_loud_march, anna, eva, login):
    left_in(a_loud_march, 2025, ["quarrel", "quarrel", "moved", "unsafe", "other"])
    urls = ("/bureau/vogelbuurt/cijfers/", "/bureau/vogelbuurt/cijfers/?maand=2025-11")
    first, second = (reasons_of(login(anna).get(url)) for url in urls)

    assert first == second
    assert first["left_quarrel"] == ("Waarom buren stopten, in 2025", ("minder dan 5",))
    Departure.objects.create(group=a_loud_march, reason="quarrel", month=MARCH)
    assert reasons_of(login(anna).get(urls[0])) == first
    text = text_of(login(eva).get("/gemeente/ede/cijfers/"))
    assert "Waarom buren stopten, in 2025" in text


def test_of_a_year_in_which_four_left_no_reason_is_told(a_loud_march, anna, login):
    left_in(a_loud_march, 2025, ["quarrel"] * 4)

    assert reasons_of(login(anna).get("/bureau/vogelbuurt/cijfers/")) == {}


def test_the_file_of_the_council_tells_reasons_in_a_row_of_that_year(a_loud_march, eva, login):
    left_in(a_loud_march, 2025, ["quarrel"] * 6)
    told = json.loads(login(eva).get("/gemeente/ede/cijfers/bestand/json/").content)["rows"]

    now, year = (row for row in told if row["group"] == "vogelbuurt")
    assert (now["left_quarrel"], now["alarms"]) == ("", "3")
    assert (year["period"], year["left_quarrel"], year["left_moved"]) == ("2025-01/2025-12", "5", "0")
    assert year["alarms"] == ""


def test_the_advice_of_a_month_speaks_of_reasons_only_when_it_is_over(a_loud_march, anna, login):
    Departure.objects.create(group=a_loud_march, reason="too_many", month=MARCH)
    assert "aantal berichten" not in text_of(login(anna).get("/bureau/vogelbuurt/cijfers/?maand=2026-03"))

    february = MARCH.replace(month=2)
    for _number in range(5):
        Departure.objects.create(group=a_loud_march, reason="too_many", month=february)
    keep_figures()
    assert "aantal berichten" in text_of(login(anna).get("/bureau/vogelbuurt/cijfers/?maand=2026-02"))
