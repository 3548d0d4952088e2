# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody types, or a broken phone sends: a page with a sentence, never a mistake of ours."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import buurtwacht.testing
from buurtwacht.reports import chain
from buurtwacht.reports.content import read
from buurtwacht.reports.flow.wishes import Wish
from buurtwacht.reports.models import Report

from .walker import SEEN, URL, Walker

NASTY = json.loads((Path(buurtwacht.testing.__file__).parent / "data/blns.json").read_text())
PERSON_TEXTS = [f"person-0-{name}" for name in ("clothing", "carries", "hair_colour", "hair_style", "face", "tattoo")]
VEHICLE_TEXTS = [f"vehicle-0-{name}" for name in ("colour", "make", "model", "marks", "place", "direction")]
TEXTS = ["words", "place", "photo_words", *PERSON_TEXTS, *VEHICLE_TEXTS]
CODES = ["draft_id", "latitude", "longitude", "in_sight", "seen_at", "called_at", "called", "in_doubt", "apart_from"]
CODES += ["do", "behaviours", "danger", "vehicle-0-kind", "vehicle-0-plate", "vehicle-0-occupants", "photo_purpose"]
CODES += [f"person-0-{name}" for name in ("sex", "age", "height", "build", "alone", "skin_colour")]



@pytest.fixture
def bram_writes(cast, login):
    return login(cast.bram)


@pytest.mark.parametrize("start", range(0, len(NASTY), 40))
def test_every_nasty_string_in_every_text_field_is_borne(bram_writes, start):
    for nasty in NASTY[start : start + 40]:
        answer = bram_writes.post(URL, SEEN | {"called": "on", "do": "message"} | dict.fromkeys(TEXTS, nasty))
        assert answer.status_code == 200, nasty
        assert "<script>alert" not in answer.content.decode(), nasty


@pytest.mark.parametrize("start", range(0, len(NASTY), 60))
def test_every_nasty_string_in_every_hidden_field_is_borne(bram_writes, start):
    for nasty in NASTY[start : start + 60]:
        answer = bram_writes.post(URL, SEEN | dict.fromkeys(CODES, nasty))
        assert answer.status_code == 200, nasty


def test_nasty_words_are_shared_unharmed_and_still_verify(cast, login):
    shared = 0
    for nasty in NASTY[::7]:
        walk = Walker(login(cast.bram)).press("call", **(SEEN | {"words": f"Man voelt aan poorten {nasty}"[:500]}))
        if walk.at == "alarm":
            walk.press("called").press("share")
        shared += walk.page.status_code == 302
        Report.objects.exclude(pk=None).update(status="closed", closed_at="2026-01-01T00:00Z")
    assert shared > 30
    for report in Report.objects.all():
        assert read(report.entries.get()).text.startswith("Man voelt aan poorten")
        assert chain.verify(report.pk, report.entries.all()).is_whole


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    held=some.dictionaries(some.sampled_from([*TEXTS, *CODES, "person-7-sex", "vehicle-99-kind", "x"]), some.text()),
    wish=some.sampled_from(list(Wish)),
    about=some.text(max_size=12),
)
def test_any_form_gets_an_answer(bram_writes, held, wish, about):
    answer = bram_writes.post(URL, held | {"do": f"{wish}:{about}"})
    assert answer.status_code in (200, 302, 404)


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("foto.jpg", b"geen foto", "image/jpeg"),
        SimpleUploadedFile("foto.jpg", b"", "image/jpeg"),
        SimpleUploadedFile("../../etc/passwd", b"root:x", "image/jpeg"),
        SimpleUploadedFile("virus.exe", b"MZ" + b"\0" * 5000, "image/png"),
    ],
    ids=["no photo", "empty", "clever name", "program"],
)
def test_a_wrong_file_is_refused_in_a_sentence(cast, bram_writes, file):
    walk = Walker(bram_writes).press("call", **SEEN).press("called")
    walk.press("share", photo=file, photo_words="Een bus", photo_purpose="on")
    assert walk.at == "app"
    assert 'href="#id_photo"' in walk.text
    assert Report.objects.count() == 0


def test_a_photo_that_is_much_too_large_is_refused_in_a_sentence(bram_writes, settings):
    settings.MOST_PHOTO_BYTES = 1000
    walk = Walker(bram_writes).press("call", **SEEN).press("called")
    walk.press("share", photo=SimpleUploadedFile("foto.jpg", b"\xff" * 2000), photo_words="Een bus", photo_purpose="on")
    assert walk.at == "app"
    assert Report.objects.count() == 0


def test_a_form_of_far_too_many_fields_is_refused(bram_writes):
    answer = bram_writes.post(URL, {f"person-{number}-sex": "man" for number in range(2000)})
    assert answer.status_code == 400


def test_only_so_many_cards_are_taken(bram_writes):
    many = {f"person-{number}-sex": "man" for number in range(30)}
    answer = bram_writes.post(URL, SEEN | many | {"called": "on", "do": "message"})
    assert answer.content.decode().count("data-card-number>") == 7  # six, and the empty one for the script
