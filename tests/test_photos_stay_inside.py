# SPDX-License-Identifier: EUPL-1.2
"""The whole photo leaves in the dossier for the police, and nowhere else (C8, R129)."""

import ast
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

import buurtwacht
from buurtwacht.alerts.models import Relay
from buurtwacht.alerts.old_group import text_for_old_group
from buurtwacht.alerts.relay.queries import question_of
from buurtwacht.delivery.now import deliver_now
from buurtwacht.dossiers.bundle import package_of
from buurtwacht.dossiers.services import begin_dossier
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.live.models import Event
from buurtwacht.pages.demo.picture import SIZE, street_photo
from buurtwacht.privacy.declare import declarations
from buurtwacht.reports.blurring import Area
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Photo, Report
from buurtwacht.reports.neighbouring import content_for_neighbours
from buurtwacht.reports.photos import TakenPhoto
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services
from buurtwacht.reports.thread.photo_copies import preview_of
from buurtwacht.testing.cast import gather, join, make_person

PROGRAM = Path(buurtwacht.__file__).parent
PIXELS = {
    "dossiers/bundle.py",
    "dossiers/sheet.py",
    "reports/thread/photo_copies.py",
    "reports/thread/services/photos/blur.py",
    "reports/thread/services/photos/view.py",
}
FACE = Area(225, 420, 325, 540)


@pytest.fixture
def cast(db):
    return gather("be-lanaken")


@pytest.fixture
def photo(cast):
    """Gerrit adds what he sees, with a photo; Anna coordinates."""
    report = make_report(cast.group, cast.bram)
    taken = TakenPhoto(street_photo(), *SIZE, "Man bij een witte bestelbus", Photo.Audience.WAITING)
    seen = Content(text="Loopt weg.", place="Merelweg")
    services.add_supplement(report, by=cast.gerrit, kind=Entry.Kind.SIGHTING, content=seen, photos=[taken])
    return Photo.objects.get()


def approved(photo, by):
    services.blur_photo(photo, by=by, areas=[FACE])
    photo.refresh_from_db()
    return services.approve_photo(photo, by=by, preview=preview_of(photo))


def test_few_places_in_the_program_touch_the_pixels_of_the_whole_photo():
    """Whoever adds a place where a photo is read adds it here, and says to whom it goes."""
    found = set()
    for path in PROGRAM.rglob("*.py"):
        name = path.relative_to(PROGRAM).as_posix()
        if {"tests", "testing", "migrations", "demo"} & set(path.parts):
            continue
        reads = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute))
        if any(node.attr == "image" for node in reads):
            found.add(name)
    assert found == PIXELS


def test_who_decides_is_told_without_the_photo_and_nobody_else_is(cast, photo, received):
    moderator = make_person("Ilse")
    join(cast.group, moderator, "moderator")
    titles = {one: [message.title for message in received(one)] for one in (cast.anna, cast.bram, cast.gerrit)}
    asked = [title for title in titles[cast.anna] if "Een foto wacht op u" in title]
    assert len(asked) == 1
    assert not any("foto" in title for title in titles[cast.bram] + titles[cast.gerrit])


@pytest.mark.parametrize("answer", ["approved", "refused"])
def test_who_shared_it_hears_the_answer_alone(cast, photo, received, answer):
    if answer == "approved":
        approved(photo, cast.anna)
    else:
        services.refuse_photo(photo, by=cast.anna, reason="for_the_police")
    told = {one: " ".join(f"{m.title} {m.body}" for m in received(one)) for one in (cast.gerrit, cast.bram, cast.anna)}
    words = {"approved": "De groep ziet uw foto", "refused": "De politie heeft er iets aan, de buren niet"}[answer]
    assert words in told[cast.gerrit]
    assert words not in told[cast.bram] + told[cast.anna]


@pytest.mark.parametrize("answer", ["waits", "approved"])
def test_no_message_export_room_relay_or_stream_has_a_photo(cast, photo, received, answer):
    if answer == "approved":
        approved(photo, cast.anna)
    handle_due_lines()
    deliver_now()
    report = Report.objects.get(pk=photo.report_id)
    relay = Relay.objects.create(report=report, to_group=cast.next_group)
    told = [repr(message) for one in (cast.anna, cast.bram, cast.gerrit) for message in received(one)]
    told += [event.body for event in Event.objects.all()]
    told += [repr(row) for one in declarations() if one.export for row in one.export(cast.gerrit.pk)]
    told += [repr(question_of(relay)), repr(content_for_neighbours(report)), text_for_old_group(report)]
    assert len(told) > 8
    for text in told:
        assert "JFIF" not in text
        assert "\\xff\\xd8" not in text
        assert f"/foto/{photo.pk}" not in text


def test_the_police_get_it_whole_whatever_the_group_sees(cast, photo):
    whole = bytes(photo.image)
    approved(photo, cast.anna)
    services.close_report(photo.report, by=cast.anna, reason="police_dealt")
    dossier = begin_dossier(Report.objects.get(pk=photo.report_id))

    with zipfile.ZipFile(io.BytesIO(package_of(dossier))) as archive:
        assert archive.read(f"photos/{photo.pk}.jpg") == whole
        [told] = json.loads(archive.read("dossier.json"))["photos"]
        names = archive.namelist()
    assert told["digest"] == hashlib.sha256(whole).hexdigest()
    assert [name for name in names if name.endswith(".jpg")] == [f"photos/{photo.pk}.jpg"]


def test_a_photo_that_its_writer_deleted_is_not_in_the_dossier(cast, photo):
    services.refuse_photo(photo, by=cast.anna, reason="recognisable")
    services.delete_photo(photo, by=cast.gerrit)
    services.close_report(photo.report, by=cast.anna, reason="police_dealt")
    dossier = begin_dossier(Report.objects.get(pk=photo.report_id))
    with zipfile.ZipFile(io.BytesIO(package_of(dossier))) as archive:
        assert not any(name.endswith(".jpg") for name in archive.namelist())
