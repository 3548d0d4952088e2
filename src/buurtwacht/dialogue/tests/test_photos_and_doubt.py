# SPDX-License-Identifier: EUPL-1.2
"""Photos that come along, and asking before calling where the policy allows it."""

import io

import pytest
from django.utils import timezone
from PIL import Image

from buurtwacht.channels.inbound import Media
from buurtwacht.dialogue.models import Conversation
from buurtwacht.lib.clock import clock
from buurtwacht.reports.models import Photo, Report


def a_photo() -> Media:
    file = io.BytesIO()
    told = Image.Exif()
    told[0x010F] = "A telephone"  # its maker
    Image.new("RGB", (640, 480), "navy").save(file, "JPEG", exif=told)
    return Media(kind="photo", content=file.getvalue())


@pytest.fixture
def phone(telephone, bram):
    return telephone(bram)


def allow(group, **overrides):
    group.overrides = overrides
    group.save()


def test_a_photo_first_waits_for_words(phone, group):
    allow(group, photo="coordinator_releases")
    assert "112" in phone.says("", media=(a_photo(),))
    assert "foto" in phone.says("ja gebeld")
    phone.says("voelt aan deuren")
    phone.says("Merelweg")
    phone.says("ja")
    phone.says("1")
    photo = Photo.objects.get()
    assert photo.description == "voelt aan deuren"
    assert photo.audience == Photo.Audience.WAITING
    assert b"A telephone" not in bytes(photo.image)
    assert Conversation.objects.get().photo is None


def test_a_photo_with_words_is_one_message(phone, group):
    allow(group, photo="police_only")
    preview = phone.says(
        f"112 gebeld {clock(timezone.now(), group.tz)}, man voelt aan deuren Merelweg", media=(a_photo(),)
    )
    assert "politie" in preview
    phone.says("1")
    assert Photo.objects.get().audience == Photo.Audience.POLICE


def test_where_photos_are_not_taken_we_say_so_and_go_on(phone, group):
    allow(group, photo="never")
    answer = phone.says("112 gebeld, man voelt aan deuren Merelweg", media=(a_photo(),))
    assert "foto" in answer
    assert "1." in answer
    phone.says("1")
    assert Report.objects.exists()
    assert not Photo.objects.exists()


def test_what_is_no_photo_loses_nothing(phone, group):
    broken = Media(kind="photo", content=b"not a photo at all")
    assert "1." in phone.says("112 gebeld, man voelt aan deuren Merelweg", media=(broken,))
    phone.says("1")
    assert Report.objects.exists()


def test_a_photo_that_nobody_shared_is_gone(phone, group):
    phone.says("112 gebeld, man voelt aan deuren Merelweg", media=(a_photo(),))
    phone.says("stop")
    assert Conversation.objects.get().photo is None


def test_doubt_is_offered_where_the_policy_has_it(phone, telephone, anna, group):
    allow(group, doubt="coordinator_first")
    hers = telephone(anna)
    assert "3." in phone.says("iemand zit al lang in een auto bij de school")
    preview = phone.says("3")
    assert "Anna" in preview
    answer = phone.says("1")
    report = Report.objects.get()
    assert report.status == "doubt"
    assert report.called_at is None
    assert "112" in answer
    assert hers.hears()
    phone.says("112 gebeld")
    report.refresh_from_db()
    assert report.status == "open"


def test_doubt_is_not_offered_elsewhere(phone, group):
    allow(group, doubt="off")
    assert "3." not in phone.says("iemand zit al lang in een auto bij de school")
    assert "112" in phone.says("ik twijfel")
    assert not Report.objects.exists()


def test_where_the_coordinator_raises_the_alarm_it_goes_there_first(phone, telephone, anna, gerrit, group):
    allow(group, raiser="coordinator")
    hers = telephone(anna)
    phone.says("112 gebeld, man voelt aan deuren Merelweg")
    assert "ördinator" in phone.says("1")
    assert Report.objects.get().status == "waiting"
    assert hers.hears()
