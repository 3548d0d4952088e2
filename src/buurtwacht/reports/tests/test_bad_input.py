# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody types, or a broken phone sends: a page with a sentence, never a mistake of ours."""

from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.reports import chain
from buurtwacht.reports.compose import message_of
from buurtwacht.reports.content import read
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.flow.wishes import Wish
from buurtwacht.reports.forms import DraftForm
from buurtwacht.reports.forms.fields import cleaned
from buurtwacht.reports.hints import hints_for
from buurtwacht.reports.models import Report
from buurtwacht.reports.rules import next_step
from buurtwacht.reports.services import located, share_report
from buurtwacht.testing.nasty import nasty_strings

from .stories import told
from .walker import SEEN, URL, Walker

NASTY = list(nasty_strings())
PERSON_TEXTS = [f"person-0-{name}" for name in ("clothing", "carries", "hair_colour", "hair_style", "face", "tattoo")]
VEHICLE_TEXTS = [f"vehicle-0-{name}" for name in ("colour", "make", "model", "marks", "place", "direction")]
TEXTS = ["words", "supposed", "place", "photo_words", *PERSON_TEXTS, *VEHICLE_TEXTS]
CODES = ["draft_id", "latitude", "longitude", "in_sight", "seen_at", "called_at", "called", "in_doubt", "apart_from"]
CODES += ["do", "behaviours", "danger", "vehicle-0-kind", "vehicle-0-plate", "vehicle-0-occupants", "photo_purpose"]
CODES += [f"person-0-{name}" for name in ("sex", "age", "height", "build", "alone", "skin_colour")]


@pytest.fixture
def bram_writes(cast, login):
    return login(cast.bram)


def filled(fields, nasty):
    return QueryDict(urlencode(SEEN | {"called": "on"} | dict.fromkeys(fields, nasty), doseq=True))


@pytest.mark.parametrize("fields", [TEXTS, CODES], ids=["texts", "codes"])
def test_every_nasty_string_in_every_field_is_read_weighed_and_composed(group, fields):
    for nasty in NASTY:
        form = DraftForm(group, filled(fields, nasty))
        draft = located(form.draft())
        next_step(draft.content, group.policy)
        hints_for(draft, form.texts())
        assert message_of(draft.content, group.policy, group.tz).title, nasty


@pytest.mark.parametrize("fields", [TEXTS, CODES], ids=["texts", "codes"])
def test_nasty_strings_come_back_on_a_page_that_is_whole(bram_writes, fields):
    for nasty in NASTY[::9]:
        held = SEEN | {"called": "on", "do": "message"} | dict.fromkeys(fields, nasty)
        answer = bram_writes.post(URL, held, headers={"X-Flow": "1"})
        assert answer.status_code == 200, nasty
        assert "<script>alert" not in answer.content.decode(), nasty


def test_nasty_words_are_shared_unharmed_and_still_verify(cast):
    shared = []
    for nasty in NASTY[::10]:
        content = told(text=f"Man voelt aan poorten. {cleaned(nasty)}")
        with suppress(DomainError):
            shared.append(share_report(Draft(id=new_id(), group=cast.group, content=content), by=cast.bram))
        Report.objects.update(status="closed", closed_at="2026-01-01T00:00Z")
    assert len(shared) > 40
    for report in shared:
        assert read(report.entries.get()).text.startswith("Man voelt aan poorten")
        assert chain.verify(report.pk, report.entries.all()).is_whole


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
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
