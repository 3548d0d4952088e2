# SPDX-License-Identifier: EUPL-1.2
import json
import subprocess
from datetime import datetime, timedelta

import pytest
from django.utils.translation import override

from buurtwacht.dossiers import bundle, queries, services
from buurtwacht.dossiers.mails import outcome_url
from buurtwacht.dossiers.pdf import render_pdf
from buurtwacht.dossiers.redaction import BLOCK, HOUSE_NUMBER, Cut, offered, redacted, sentences
from buurtwacht.dossiers.sheet import sheet_of, words_of
from buurtwacht.lib.errors import DomainError
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.photos import TakenPhoto


def text_of(dossier):
    return json.loads(bundle.file_in(bundle.package_of(dossier), bundle.JSON_NAME))


def test_the_program_takes_house_numbers_out(dossier):
    [line] = [line for line in queries.review_lines(dossier) if line.entry.kind == Entry.Kind.VEHICLE]

    assert [choice.cut.reason for choice in line.by_program if choice.is_chosen] == [HOUSE_NUMBER]
    assert "14" not in line.shown
    assert BLOCK in line.shown


def test_the_coordinator_decides(dossier, anna):
    lines = queries.review_lines(dossier)
    vehicle = next(line for line in lines if line.entry.kind == Entry.Kind.VEHICLE)
    everything = {line.entry.pk for line in lines}

    services.redact_dossier(dossier, included=everything, cuts={}, by=anna)
    assert "nummer 14" in next(line.words for line in sheet_of(dossier).lines if line.entry == vehicle.entry)
    services.redact_dossier(dossier, included=everything - {vehicle.entry.pk}, cuts={}, by=anna)
    assert sheet_of(dossier).left_out == 1


def test_the_day_stands_where_a_report_goes_on_at_another_one(dossier, anna):
    evening = datetime(2026, 3, 14, 23, 50, tzinfo=dossier.report.group.tz)
    dossier.report.seen_at = evening
    for number, entry in enumerate(dossier.report.entries.order_by("sequence")):
        Entry.objects.filter(pk=entry.pk).update(at=evening + timedelta(minutes=20 * number))

    sheet = sheet_of(dossier)
    assert [line.new_day for line in sheet.shown] == ["", "15 maart 2026"] + [""] * (len(sheet.shown) - 2)

    second = sheet.shown[1].entry.pk
    services.redact_dossier(dossier, included={line.entry.pk for line in sheet.lines} - {second}, cuts={}, by=anna)
    sheet = sheet_of(dossier)
    assert [line.new_day for line in sheet.shown][:2] == ["", "15 maart 2026"]
    paper = subprocess.run(
        ["pdftotext", "-", "-"], input=render_pdf(dossier, sheet, evening), capture_output=True, check=True
    )
    assert paper.stdout.decode().count("15 maart 2026") == 1


def test_what_was_cut_is_nowhere_in_the_file(dossier):
    package = bundle.package_of(dossier)

    assert b"nummer 14" not in bundle.file_in(package, bundle.JSON_NAME)
    [vehicle] = [entry for entry in text_of(dossier)["entries"] if entry["state"] == "redacted"]
    assert "salt" not in vehicle
    assert "record" not in vehicle


def test_what_was_cut_does_not_come_back_above_the_course(dossier, anna, client):
    first = dossier.redactions.get(entry__kind=Entry.Kind.SHARED).entry
    others = {redaction.entry_id for redaction in dossier.redactions.all()} - {first.pk}
    services.redact_dossier(dossier, included=others, cuts={}, by=anna)
    services.hand_over_dossier(dossier, by=anna)
    dossier.refresh_from_db()

    assert sheet_of(dossier).what == "Iets verdachts"
    assert "achterpoorten" not in json.dumps(text_of(dossier))
    assert "achterpoorten" not in client.get(outcome_url(dossier)).content.decode()


def test_the_words_of_a_photo_can_be_cut_too(report, gerrit):
    photo = TakenPhoto(b"jpeg", 1, 1, "Jas van nummer 31", "police")
    seen = Content(text="Man bij de poort")
    add_entry(report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=gerrit, content=seen, photos=[photo])

    found = text_of(services.begin_dossier(report))

    assert "nummer 31" not in json.dumps(found)
    assert [one["description"] for one in found["photos"]] == [BLOCK * 5]


def test_cuts_hold_for_a_coordinator_who_speaks_another_language(dossier, anna):
    police = dossier.redactions.get(entry__kind=Entry.Kind.CLOSING).entry
    with override("en"):
        lines = queries.review_lines(dossier)
        chosen = {line.entry.pk: {choice.cut.key for choice in line.sentences} for line in lines}
        services.redact_dossier(dossier, included=set(chosen), cuts=chosen, by=anna)

    assert next(line.words for line in sheet_of(dossier).lines if line.entry == police).strip(f" {BLOCK}") == ""


def test_only_what_was_offered_can_be_cut(dossier, anna):
    lines = queries.review_lines(dossier)
    chosen = {lines[0].entry.pk: {"0-3-house_number", "nonsense", "0-99999-sentence"}}

    services.redact_dossier(dossier, included={line.entry.pk for line in lines}, cuts=chosen, by=anna)

    assert dossier.redactions.get(entry=lines[0].entry).cuts == []


def test_a_dossier_that_left_is_closed(dossier, anna):
    services.hand_over_dossier(dossier, by=anna)

    with pytest.raises(DomainError, match="bij de politie"):
        services.redact_dossier(dossier, included=set(), cuts={}, by=anna)


def test_sentences_cover_the_whole_text(dossier):
    for redaction in dossier.redactions.all():
        text = words_of(redaction.entry)
        found = sentences(text)
        assert " ".join(text[cut.start : cut.end] for cut in found) == text


def test_a_block_hides_how_long_it_was():
    one, two = redacted("Van nr 1.", [Cut(4, 8, "x")]), redacted("Van nummer 11234.", [Cut(4, 16, "x")])

    assert one == two


def test_overlapping_cuts_leave_nothing_behind():
    assert redacted("abcdefghij", [Cut(0, 6, "a"), Cut(4, 8, "b")]) == BLOCK * 5 + "ij"


def test_nothing_is_offered_for_nothing():
    assert offered("", "nl") == []


def test_in_the_browserless_form_the_choice_is_kept(dossier, login, anna, group):
    lines = queries.review_lines(dossier)
    keep = [str(line.entry.pk) for line in lines if line.entry.kind != Entry.Kind.VEHICLE]
    client = login(anna)
    url = f"/bureau/{group.slug}/dossiers/{dossier.pk}/"

    page = client.post(url, {"include": keep, "preview": "1"})

    assert page.status_code == 200
    assert "Ford" not in page.content.decode().split("bw-sheet")[1]


@pytest.mark.parametrize("who", ["bram", "farid", "dirk", "eva", "chantal"])
def test_only_the_coordinator_looks_through(dossier, login, cast, who):
    url = f"/bureau/{cast.group.slug}/dossiers/{dossier.pk}/"

    assert login(getattr(cast, who)).get(url).status_code == 404
