# SPDX-License-Identifier: EUPL-1.2
"""A photo that comes with an answer to an alert goes along with its words, like one of the site."""

import pytest

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.channels.inbound import Media
from buurtwacht.delivery.models import Delivery
from buurtwacht.dialogue.models import Conversation
from buurtwacht.dialogue.tests.test_photos_and_doubt import a_photo, allow
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Entry, Photo
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report

Kind = Entry.Kind


@pytest.fixture
def report(group, bram):
    allow(group, photo="coordinator_releases")
    return make_report(group, bram)


@pytest.fixture
def phone(telephone, gerrit, report):
    phone = telephone(gerrit)
    phone.hears()
    return phone


def kinds(report):
    return list(report.entries.order_by("sequence").values_list("kind", flat=True))


def nothing_waits():
    return Conversation.objects.get().photo is None


def test_words_and_a_photo_are_one_addition(phone, report):
    answer = phone.says("man met zwarte jas loopt richting het park", media=(a_photo(),))
    assert "coördinator" in answer
    photo = Photo.objects.get()
    assert photo.entry == report.entries.order_by("sequence").last()
    assert "zwarte jas" in photo.description
    assert photo.audience == Photo.Audience.WAITING
    assert b"A telephone" not in bytes(photo.image)
    assert nothing_waits()


def test_a_photo_alone_waits_for_words(phone, report):
    assert "Zeg in woorden wat er op uw foto staat" in phone.says("", media=(a_photo(),))
    assert kinds(report) == ["shared"]
    phone.says("witte bestelbus V-38-XB")
    assert Photo.objects.get().description == "witte bestelbus V-38-XB"
    assert kinds(report) == ["shared", Kind.VEHICLE]


def test_who_only_saw_it_is_counted_and_asked_about_the_photo(phone, report):
    answer = phone.says("gezien", media=(a_photo(),))
    assert "gezien" in answer.lower()
    assert "Zeg in woorden" in answer
    assert kinds(report) == ["shared"]


def test_what_is_asked_about_first_takes_the_photo_along_after_a_yes(phone, report):
    assert "1." in phone.says("mooie foto hè", media=(a_photo(),))
    assert not Photo.objects.exists()
    phone.says("1")
    assert Photo.objects.get().description == "mooie foto hè"


def test_news_with_a_photo_in_the_place_of_a_yes_says_once_where_it_goes(phone, report):
    phone.says("mooi weer vandaag hè")
    answer = phone.says("man met zwarte jas loopt richting het park", media=(a_photo(),))
    assert answer.count("Een foto gaat eerst naar uw coördinator") == 1
    assert Photo.objects.count() == 1


def test_after_a_no_it_is_gone(phone, report):
    phone.says("mooie foto hè", media=(a_photo(),))
    phone.says("nee")
    assert nothing_waits()
    phone.says("rode fiets staat bij nummer 40")
    assert not Photo.objects.exists()


@pytest.mark.parametrize("broken", [False, True])
def test_what_cannot_be_taken_is_said_and_the_words_go_on(phone, report, group, broken):
    allow(group, photo="police_only" if broken else "never")
    photo = Media(kind="photo", content=b"not a photo at all") if broken else a_photo()
    answer = phone.says("loopt richting het park", media=(photo,))
    assert "foto" in answer
    assert "Doorgegeven" in answer
    assert kinds(report) == ["shared", Kind.SIGHTING]
    assert not Photo.objects.exists()


def test_after_the_end_nothing_is_kept(phone, report, anna):
    close_report(report, by=anna, reason="nothing_more")
    phone.says("loopt richting het park", media=(a_photo(),))
    assert not Photo.objects.exists()


def test_it_can_become_the_photo_of_a_report_of_their_own(phone, report):
    phone.says("", media=(a_photo(),))
    phone.says("melden")
    phone.says("112 gebeld, vrouw breekt een raam in, Kerkstraat")
    phone.says("1")
    phone.says("1")
    photo = Photo.objects.get()
    assert photo.entry.report != report
    assert read(photo.entry).text


def test_in_the_middle_of_telling_a_tap_under_an_alert_loses_nothing(telephone, gerrit, report):
    phone = telephone(gerrit, "buttons")
    phone.hears()
    alert = Delivery.objects.get(contact_point_id=phone.point.pk)
    phone.says("melden")
    phone.says("112 gebeld, man voelt aan deuren")
    state = Conversation.objects.get().state

    answer = phone.says("", choice="seen", answer_to=alert.provider_id)

    assert "Uw eigen melding is nog niet gedeeld" in answer
    assert Conversation.objects.get().state == state
    assert Acknowledgement.objects.get(report=report, person=gerrit).answer == "seen"
