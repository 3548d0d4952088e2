# SPDX-License-Identifier: EUPL-1.2
"""A photo goes where the policy says, and nowhere else (C8)."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from PIL import Image

from buurtwacht.reports import chain
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Photo, Report
from buurtwacht.testing.cast import gather

from .walker import SEEN, Walker

WITH_PHOTO = {"photo_words": "Achterkant van een witte bus", "photo_purpose": "on"}


def a_photo():
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Telefoon van Bram"
    Image.new("RGB", (300, 200), "navy").save(file, "JPEG", exif=exif)
    return SimpleUploadedFile("foto.jpg", file.getvalue(), "image/jpeg")


def at_the_message(client):
    return Walker(client).press("call", **SEEN).press("called")


@pytest.mark.parametrize(
    ("preset", "audience", "words"),
    [
        ("nl", "police", "Foto erbij, alleen voor de politie"),
        ("be", "police", "Foto erbij, alleen voor de politie"),
        ("be-politiezone", "waiting", "Foto erbij, de coördinator kijkt eerst"),
        ("be-lanaken", "waiting", "Foto erbij, de coördinator kijkt eerst"),
    ],
)
def test_the_policy_decides_for_whom_it_is(db, login, preset, audience, words):
    walk = at_the_message(login(gather(preset).bram))
    assert words in walk.text
    walk.press("share", photo=a_photo(), **WITH_PHOTO)
    assert Photo.objects.get().audience == audience


def test_a_bin_does_not_ask_for_a_photo_and_does_not_take_one(db, login):
    walk = at_the_message(login(gather("be-bin").bram))
    assert 'name="photo"' not in walk.text
    walk.press("share", photo=a_photo(), **WITH_PHOTO)
    assert Report.objects.count() == 1
    assert Photo.objects.count() == 0


def test_where_words_are_better_it_asks_first(db, login):
    walk = at_the_message(login(gather("nl-ede").bram))
    walk.press("share", photo=a_photo(), **WITH_PHOTO)
    assert 'href="#id_photo_needed"' in walk.text
    assert Report.objects.count() == 0
    walk.press("share", photo=a_photo(), photo_needed="on", **WITH_PHOTO)
    assert Photo.objects.get().audience == "waiting"


@pytest.mark.parametrize("left_out", ["photo_words", "photo_purpose"])
def test_never_without_words_and_a_purpose(cast, login, left_out):
    told = {name: value for name, value in WITH_PHOTO.items() if name != left_out}
    walk = at_the_message(login(cast.bram)).press("share", photo=a_photo(), **told)
    assert walk.at == "app"
    assert f'href="#id_{left_out}"' in walk.text
    assert Report.objects.count() == 0


def test_it_is_kept_encrypted_without_its_metadata_and_sealed_into_the_chain(cast, login):
    at_the_message(login(cast.bram)).press("share", photo=a_photo(), **WITH_PHOTO)

    photo, entry = Photo.objects.get(), Report.objects.get().entries.get()
    [sealed] = read(entry).photos
    assert (sealed.id, sealed.digest) == (str(photo.pk), bytes(photo.digest).hex())
    assert bytes(photo.image).startswith(b"\xff\xd8")
    assert b"Bram" not in bytes(photo.image)
    assert chain.verify(photo.report_id, [entry]).is_whole
    with connection.cursor() as cursor:
        cursor.execute("SELECT image FROM reports_photo")
        assert not bytes(cursor.fetchone()[0]).startswith(b"\xff\xd8")


def test_another_photo_in_its_place_would_show(cast, login):
    at_the_message(login(cast.bram)).press("share", photo=a_photo(), **WITH_PHOTO)
    entry = Report.objects.get().entries.get()
    entry.content["photos"][0]["digest"] = "00" * 32
    assert not chain.verify(entry.report_id, [entry]).is_whole
