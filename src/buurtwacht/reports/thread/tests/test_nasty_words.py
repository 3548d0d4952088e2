# SPDX-License-Identifier: EUPL-1.2
"""The big list of naughty strings in every field where somebody can write."""

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.reports import chain
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.nasty import nasty_strings

STRINGS = list(nasty_strings())
SEEN = {"minutes_ago": "0", "advice_seen": "1"}
FIELDS = [
    ("gerrit", "/meldingen/{id}/aanvullen/gezien/", ("text", "supposed", "place", "direction"), SEEN),
    ("gerrit", "/meldingen/{id}/aanvullen/gebeld/", ("text",), {"advice_seen": "1"}),
    ("gerrit", "/meldingen/{id}/aanvullen/persoon/", ("person-0-clothing", "person-0-sex", "person-0-face"), SEEN),
    ("gerrit", "/meldingen/{id}/aanvullen/voertuig/", ("vehicle-0-make", "vehicle-0-plate"), SEEN),
    ("bram", "/meldingen/{id}/verbeteren/", ("text", "supposed", "place", "person-0-clothing"), {"advice_seen": "1"}),
    ("bram", "/meldingen/{id}/intrekken/", ("text", "reason"), {"reason": "nothing_wrong"}),
    ("anna", "/bureau/vogelbuurt/meldingen/{id}/afsluiten/", ("advice", "reason"), {"reason": "nothing_more"}),
    ("anna", "/bureau/vogelbuurt/meldingen/{id}/verbergen/", ("reason",), {}),
    ("anna", "/bureau/vogelbuurt/vervanging/", ("deputy", "last_day"), {}),
]  # fmt: skip


@pytest.mark.parametrize(("who", "path", "fields", "rest"), FIELDS, ids=lambda value: str(value)[:60])
def test_nothing_breaks_and_nothing_is_run(cast, login, who, path, fields, rest):
    client, reader = login(getattr(cast, who)), login(cast.anna)
    report = make_report(cast.group, cast.bram)
    for string in STRINGS[:: max(1, len(STRINGS) // 60)]:
        answer = client.post(path.format(id=report.pk), rest | dict.fromkeys(fields, string) | {"entry_id": new_id()})
        assert answer.status_code in (200, 302, 400), (string, answer.status_code)
        assert b"<script>alert" not in answer.content
        report.refresh_from_db()
        if not report.is_live:
            report = make_report(cast.group, cast.bram)
    page = reader.get(f"/meldingen/{report.pk}/")
    assert page.status_code == 200
    assert b"<script>alert" not in page.content
    assert chain.verify(report.pk, report.entries.order_by("sequence")).is_whole


@pytest.mark.parametrize("number", ["", "geen nummer", "0", None])
def test_a_form_without_its_number_is_shown_again(cast, login, number):
    report = make_report(cast.group, cast.bram)
    told = {"place": "Merelweg", "minutes_ago": "0"} | ({} if number is None else {"entry_id": number})
    assert login(cast.gerrit).post(f"/meldingen/{report.pk}/aanvullen/gezien/", told).status_code == 200
