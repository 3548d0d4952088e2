# SPDX-License-Identifier: EUPL-1.2
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import access, services
from buurtwacht.reports.thread.photo_rules import Copy
from buurtwacht.reports.thread.watermark import marked, reference_of
from buurtwacht.testing.cast import gather

from .threads import make_photo


def grey(width=400, height=300):
    out = BytesIO()
    Image.new("RGB", (width, height), (120, 120, 120)).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("preset", "audience", "readers"),
    [
        ("nl-binnenbijster", "group", {"anna", "bram", "gerrit"}),
        ("nl-binnenbijster", "waiting", {"anna", "bram"}),
        ("nl-binnenbijster", "police", set()),
        ("be-politiezone", "waiting", {"anna", "bram"}),
        ("be-lanaken", "waiting", {"anna", "bram"}),
        ("be-lanaken", "group", {"anna", "bram", "gerrit"}),
        ("nl", "group", set()),
        ("nl", "waiting", set()),
        ("nl", "police", set()),
        ("be-bin", "group", set()),
    ],
)
def test_who_may_look_follows_from_the_policy(db, preset, audience, readers):
    """Bram shared it, Anna coordinates. The photo as it was taken is for those two only, while it waits."""
    cast = gather(preset)
    report = make_report(cast.group, cast.bram)
    photo = make_photo(report, audience)

    def may_look(name, copy):
        try:
            return access.photo_for(getattr(cast, name), report.pk, photo.pk, copy) == photo
        except NotFound:
            return False

    names = ("anna", "bram", "chantal", "dirk", "eva", "farid", "gerrit", "hanna")
    assert {name for name in names if may_look(name, Copy.SHOWN)} == readers
    assert {name for name in names if may_look(name, Copy.WHOLE)} == (readers if audience == "waiting" else set())


def test_who_looked_stands_in_the_journal_and_on_the_photo(db, login):
    cast = gather("nl-binnenbijster")
    report = make_report(cast.group, cast.bram)
    photo = make_photo(report, jpeg=grey())

    answer = login(cast.gerrit).get(f"/meldingen/{report.pk}/foto/{photo.pk}/")

    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "image/jpeg"
    line = Line.objects.get(action="photo.viewed", subject_id=photo.pk, by_id=cast.gerrit.pk)
    assert line.facts["copy"] == "shown"
    assert Image.open(BytesIO(answer.content)).size == (400, 300)


def test_who_looked_at_the_whole_photo_is_on_record_as_well(db, login):
    cast = gather("be-lanaken")
    report = make_report(cast.group, cast.bram)
    photo = make_photo(report, "waiting", jpeg=grey())

    assert login(cast.anna).get(f"/meldingen/{report.pk}/foto/{photo.pk}/heel/").status_code == 200

    line = Line.objects.get(action="photo.viewed", subject_id=photo.pk, by_id=cast.anna.pk)
    assert line.facts == {"report": str(report.pk), "copy": "whole"}


@pytest.mark.parametrize("size", [(400, 300), (60, 1200), (1600, 1200)])
def test_the_mark_lies_across_the_whole_photo_and_differs_per_person(bram, gerrit, size):
    plain = grey(*size)
    mine, yours = marked(plain, reference_of(bram)), marked(plain, reference_of(gerrit))

    assert mine != yours
    difference = ImageChops.difference(Image.open(BytesIO(plain)), Image.open(BytesIO(mine))).convert("L")
    spots = difference.point(lambda shade: 255 if shade > 24 else 0)
    half = size[1] // 2
    for part in ((0, 0, size[0], half), (0, half, size[0], size[1])):
        assert spots.crop(part).getbbox() is not None


def test_the_mark_says_nothing_about_a_person_to_others(bram):
    assert str(bram.pk) not in reference_of(bram)
    assert len(reference_of(bram)) == 9


def test_an_erased_photo_shows_nothing_to_anybody(db):
    cast = gather("be-lanaken")
    report = make_report(cast.group, cast.bram)
    photo = make_photo(report, "waiting")
    photo.image = None

    with pytest.raises(DomainError):
        services.view_photo(photo, by=cast.anna)
