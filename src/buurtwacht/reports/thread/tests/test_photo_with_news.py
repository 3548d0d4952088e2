# SPDX-License-Identifier: EUPL-1.2
"""A photo goes along with what a neighbour adds, on the same way as with the first report."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from buurtwacht.lib.ids import new_id
from buurtwacht.reports import chain
from buurtwacht.reports.models import Photo
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services
from buurtwacht.testing.cast import gather

SEEN = {"text": "Loopt weg.", "place": "Merelweg", "minutes_ago": "0"}
WORDS = {"photo_words": "Witte bestelbus van achteren", "photo_purpose": "on"}


def a_photo():
    out = io.BytesIO()
    Image.new("RGB", (320, 240), "navy").save(out, "JPEG", comment=b"Merelweg 12")
    return SimpleUploadedFile("foto.jpg", out.getvalue(), "image/jpeg")


def add(client, report, kind="gezien", **told):
    form = {"entry_id": str(new_id()), **SEEN, **told}
    return client.post(f"/meldingen/{report.pk}/aanvullen/{kind}/", form)


@pytest.mark.parametrize(
    ("preset", "audience"), [("be-lanaken", "waiting"), ("be-gemeente", "waiting"), ("nl", "police")]
)
def test_it_waits_or_goes_to_the_police_as_the_rules_say(db, login, preset, audience):
    cast = gather(preset)
    report = make_report(cast.group, cast.bram)
    assert add(login(cast.gerrit), report, photo=a_photo(), **WORDS).status_code == 302

    photo = Photo.objects.get()
    assert (photo.audience, photo.entry.author_id, photo.entry.kind) == (audience, cast.gerrit.pk, "sighting")
    assert b"Merelweg" not in bytes(photo.image)
    assert chain.verify(report.pk, report.entries.order_by("sequence")).is_whole
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    assert (f"/foto/{photo.pk}/wazig/" in page) == (audience == "waiting")


@pytest.mark.parametrize("left_out", sorted(WORDS))
def test_no_photo_without_words_and_purpose_and_no_words_get_lost(db, login, left_out):
    cast = gather("be-lanaken")
    report = make_report(cast.group, cast.bram)
    told = {name: value for name, value in WORDS.items() if name != left_out}
    page = add(login(cast.gerrit), report, photo=a_photo(), **told).content.decode()
    assert f'href="#id_{left_out}"' in page
    assert "Loopt weg." in page
    assert "Kies uw foto nog een keer" in page
    assert report.entries.count() == 1


def test_the_words_with_a_photo_are_weighed_too(db, login):
    cast = gather("be-lanaken")
    report = make_report(cast.group, cast.bram)
    page = add(login(cast.gerrit), report, photo=a_photo(), **(WORDS | {"photo_words": "Die klootzak bij zijn bus"}))
    assert page.status_code == 200
    assert Photo.objects.count() == 0


def test_where_no_photos_are_taken_none_is_asked_or_kept(db, login):
    cast = gather("be-bin")
    report = make_report(cast.group, cast.bram)
    client = login(cast.gerrit)
    assert 'name="photo"' not in client.get(f"/meldingen/{report.pk}/aanvullen/gezien/").content.decode()
    assert add(client, report, photo=a_photo(), **WORDS).status_code == 302
    assert Photo.objects.count() == 0


def test_a_call_takes_no_photo(db, login):
    cast = gather("be-lanaken")
    report = make_report(cast.group, cast.bram)
    assert 'name="photo"' not in login(cast.gerrit).get(f"/meldingen/{report.pk}/aanvullen/gebeld/").content.decode()


def test_who_takes_back_what_they_said_hides_its_photo(db, login):
    cast = gather("be-lanaken")
    report = make_report(cast.group, cast.bram)
    add(login(cast.gerrit), report, photo=a_photo(), **WORDS)
    photo = Photo.objects.get()
    services.take_back_entry(photo.entry, by=cast.gerrit)
    for person in (cast.anna, cast.gerrit):
        assert login(person).get(f"/meldingen/{report.pk}/foto/{photo.pk}/").status_code == 404
