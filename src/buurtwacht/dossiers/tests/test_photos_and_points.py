# SPDX-License-Identifier: EUPL-1.2
"""A photo and the exact point can stay behind apart from their entry, and a correction takes no photo along."""

import io
import json
import subprocess
import zipfile

import pytest
from django.utils import timezone

from buurtwacht.dossiers import bundle, queries, services
from buurtwacht.dossiers.pdf import render_pdf
from buurtwacht.dossiers.sheet import sheet_of
from buurtwacht.dossiers.verifier import verify
from buurtwacht.reports.content import Content, Location
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Photo, Report
from buurtwacht.reports.photos import TakenPhoto
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report, correct_report, erase_description

HERE = Location(latitude=52.0907, longitude=5.1214)


@pytest.fixture
def seen(report, gerrit):
    """Gerrit adds what he saw with two photos, and where."""
    photos = [TakenPhoto(b"jpeg one", 1, 1, "Groene fiets", "police"), TakenPhoto(b"jpeg two", 1, 1, "Tas", "police")]
    told = Content(text="Man bij de poort.", location=HERE)
    return add_entry(
        report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=gerrit, content=told, photos=photos
    )


@pytest.fixture
def dossier(seen, report):
    return services.begin_dossier(report)


@pytest.fixture
def everything(dossier):
    return {line.entry.pk for line in queries.review_lines(dossier)}


def made_of(dossier):
    package = bundle.package_of(dossier)
    names = {name for name in zipfile.ZipFile(io.BytesIO(package)).namelist() if name.startswith("photos/")}
    return json.loads(bundle.file_in(package, bundle.JSON_NAME)), names


def paper_of(dossier):
    made = render_pdf(dossier, sheet_of(dossier), timezone.now())
    found = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def test_one_photo_stays_behind_and_its_entry_goes(dossier, seen, everything, anna, tmp_path):
    bike, bag = sheet_of(dossier).photos

    services.redact_dossier(dossier, included=everything, cuts={}, photos_out={bike.pk}, by=anna)

    document, files = made_of(dossier)
    assert files == {f"photos/{bag.pk}.jpg"}
    assert ([one["id"] for one in document["photos"]], document["photos_left_out"]) == ([str(bag.pk)], 1)
    entry = document["entries"][seen.sequence - 1]
    assert (entry["state"], "record" in entry) == ("redacted", False)
    assert "Man bij de poort." in entry["words"]
    assert str(bike.pk) not in json.dumps(document)
    assert "Eén foto is weggelaten." in paper_of(dossier)
    file = tmp_path / "dossier.zip"
    file.write_bytes(bundle.package_of(dossier))
    assert verify(file).is_sound


def test_the_exact_point_goes_along_and_the_review_says_so(dossier, seen, login, anna, group):
    document, _files = made_of(dossier)
    assert document["entries"][seen.sequence - 1]["record"]["content"]["location"]["latitude"] == HERE.latitude
    assert "De precieze plek staat in het bestand." in paper_of(dossier)

    page = login(anna).get(f"/bureau/{group.slug}/dossiers/{dossier.pk}/").content.decode()

    assert page.count('name="point_out"') == 1
    assert page.count('name="photo_out"') == 2
    assert "De precieze plek staat in het bestand." in page


def test_the_exact_point_can_stay_behind(dossier, seen, everything, login, anna, group):
    form = {"include": [str(key) for key in everything], "point_out": [str(seen.pk), "nonsense"], "preview": "1"}
    page = login(anna).post(f"/bureau/{group.slug}/dossiers/{dossier.pk}/", form).content.decode()

    document, _files = made_of(dossier)
    entry = document["entries"][seen.sequence - 1]
    assert (entry["state"], "Man bij de poort." in entry["words"]) == ("redacted", True)
    assert "latitude" not in json.dumps(document)
    assert "De precieze plek staat in het bestand." not in page
    assert "De precieze plek staat in het bestand." not in paper_of(dossier)
    assert len(document["photos"]) == 2


def test_without_a_point_there_is_nothing_to_choose(dossier, seen):
    assert [line.entry for line in queries.review_lines(dossier) if line.has_point] == [seen]


@pytest.fixture
def corrected(group, bram, anna):
    """Bram shared a photo with his report, corrected the report, and it ended."""
    report = make_report(group, bram, content=Content(text="Iemand bij de fietsen.", behaviours=("tries_doors",)))
    photo = TakenPhoto(b"jpeg", 1, 1, "Groene fiets van nummer 31", "police")
    first = report.entries.get()
    Photo.objects.create(
        report=report, entry=first, description=photo.description, image=b"jpeg", digest=photo.digest, width=1, height=1
    )
    correct_report(report, by=bram, content=Content(text="Het was bij de schuur.", behaviours=("tries_doors",)))
    close_report(report, by=anna, reason="nothing_more")
    report.refresh_from_db()
    return report


def test_a_photo_of_a_corrected_report_goes_along(corrected):
    dossier = services.begin_dossier(corrected)

    document, files = made_of(dossier)
    photo = corrected.photos.get()
    assert files == {f"photos/{photo.pk}.jpg"}
    assert document["entries"][0]["state"] == "erased"
    assert "fietsen" not in json.dumps(document)
    assert "Groene fiets" in document["entries"][0]["words"]
    [line] = [line for line in queries.review_lines(dossier) if line.was_corrected]
    assert [choice.photo for choice in line.photos] == [photo]


def test_the_words_of_that_photo_are_looked_through_as_well(corrected):
    document, _files = made_of(services.begin_dossier(corrected))

    assert "nummer 31" not in json.dumps(document)


def test_that_photo_can_stay_behind_too(corrected, anna):
    dossier = services.begin_dossier(corrected)
    [line] = [line for line in queries.review_lines(dossier) if line.was_corrected]
    others = {line.entry.pk for line in queries.review_lines(dossier)} - {line.entry.pk}

    services.redact_dossier(dossier, included=others, cuts={}, by=anna)
    assert made_of(dossier)[1] == set()
    services.redact_dossier(
        dossier, included=others | {line.entry.pk}, cuts={}, photos_out={line.photos[0].photo.pk}, by=anna
    )
    assert made_of(dossier)[1] == set()


def test_what_was_erased_on_request_goes_with_its_photo(corrected):
    dossier = services.begin_dossier(corrected)
    erase_description(Report.objects.get(pk=corrected.pk))

    document, files = made_of(dossier)
    assert files == set()
    assert "fiets" not in json.dumps(document)
