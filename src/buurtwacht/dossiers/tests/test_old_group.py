# SPDX-License-Identifier: EUPL-1.2
"""What the old group talked about: figures only, and the text that invites it."""

import io
from datetime import datetime, timedelta

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from buurtwacht.dossiers.exports.reader import chat_in
from buurtwacht.dossiers.figures import talk as talks
from buurtwacht.dossiers.figures.subjects import weigh
from buurtwacht.dossiers.figures.talk import talk_in
from buurtwacht.enrolment.models import Invitation
from buurtwacht.enrolment.welcome.papers import address_of
from buurtwacht.lib.bars import HEIGHT, bars_of

SAID = [
    ("13-01-2026 08:00", "Truus Uniek", "Bedankt!"),
    ("13-01-2026 08:05", "Truus Uniek", "👍"),
    ("13-01-2026 08:09", "Koos Anders", "Fijn weekend allemaal"),
    ("13-01-2026 21:00", "Truus Uniek", "Verdachte man voelt aan achterpoorten in de Merelweg, 112 gebeld"),
    ("20-03-2026 21:00", "Els", "<Media weggelaten>"),
    ("20-03-2026 21:01", "Els", "Dit bericht is verwijderd"),
]
CHAT = "".join(f"{at} - {who}: {said}\n" for at, who, said in SAID)


def talk_of(text: str):
    return talk_in(chat_in(io.BytesIO(text.encode())))


def test_it_counts_when_and_how_many():
    talk = talk_of(CHAT)

    assert talk.messages == 5
    assert talk.last_months == [("2026-01", 4), ("2026-02", 0), ("2026-03", 1)]
    assert (talk.hours[8], talk.hours[21]) == (3, 2)
    assert len(talk.writers) == 3
    assert talk.busiest_share == 60
    assert talk.longest == 3


def test_the_words_are_weighed_as_members_are_advised(group):
    weighed = weigh(talk_of(CHAT).sample, group.policy, "nl")
    counts = {subject.label: subject.count for subject in weighed.subjects}

    assert weighed.messages == 4
    assert next(iter(counts.values())) == max(counts.values())
    assert counts["Bedankjes en gepraat"] >= 2
    assert (weighed.reports, weighed.called) == (1, 1)


def test_a_long_chat_is_weighed_by_a_fair_sample(monkeypatch):
    monkeypatch.setattr(talks, "SAMPLE", 10)
    talk = talk_of("".join(f"13-01-2026 08:00 - Jan: {number}\n" for number in range(1000)))

    assert len(talk.sample) == 10
    assert max(map(int, talk.sample)) > 500


def test_bars_stand_on_the_ground():
    found = bars_of([("a", 1), ("b", 4), ("c", 0)])

    assert found is not None
    assert [bar.y + bar.height for bar in found.bars] == [HEIGHT] * 3
    assert found.highest.label == "b"
    assert bars_of([("a", 0)]) is None


@pytest.fixture
def url(group):
    return f"/bureau/{group.slug}/oude-groep/"


def test_the_page_shows_figures_and_no_name(login, anna, url):
    page = login(anna).post(url, {"file": SimpleUploadedFile("chat.txt", CHAT.encode())}).content.decode()

    assert "Waar uw groep over praatte" in page
    assert "januari 2026" in page
    for private in ("Truus", "Koos", "achterpoorten", "weekend"):
        assert private not in page


def test_nothing_is_kept(login, anna, url):
    client = login(anna)
    client.get(url)
    rooms = [apps.get_app_config(room) for room in ("dossiers", "enrolment", "groups", "journal", "reports")]
    before = {model: model.objects.count() for room in rooms for model in room.get_models()}
    client.post(url, {"file": SimpleUploadedFile("chat.txt", CHAT.encode())})

    assert {model: model.objects.count() for model in before} == before


@pytest.mark.parametrize(("content", "words"), [(b"", "leeg"), (b"hallo", "geen WhatsApp-chat")])
def test_another_file_gets_a_sentence(login, anna, url, content, words):
    page = login(anna).post(url, {"file": SimpleUploadedFile("chat.txt", content)})

    assert page.status_code == 400
    assert words in page.content.decode()


def test_a_date_that_cannot_be_told_is_asked(login, anna, url):
    text = b"03/04/2026, 21:05 - Jan: hoi\n04/04/2026, 21:05 - Jan: hoi\n"
    client = login(anna)

    assert 'value="month_first"' in client.post(url, {"file": SimpleUploadedFile("a.txt", text)}).content.decode()
    told = client.post(url, {"file": SimpleUploadedFile("a.txt", text), "order": "month_first"})
    assert "maart 2026" in told.content.decode()


def test_the_invitation_stands_in_every_language(login, anna, url, group):
    client = login(anna)
    client.post(url, {"invite": "1"})
    invitation = Invitation.objects.get(group=group, way="link")
    page = client.get(url).content.decode()

    assert page.count(address_of(invitation)) >= 5
    for words in ("Beste buren", "Dear neighbours", "Chers voisins", "Liebe Nachbar"):
        assert words in page
    assert "bw-qr" in page


@pytest.mark.parametrize("who", ["bram", "farid", "dirk", "eva", "chantal"])
def test_only_the_coordinator_has_the_page(login, cast, who, url):
    assert login(getattr(cast, who)).get(url).status_code == 404


def test_a_year_of_talk_is_read_in_time(login, anna, url):
    at = datetime(2025, 1, 13)
    lines = (f"{at + timedelta(minutes=number):%d-%m-%Y %H:%M} - Jan: bericht {number}\n" for number in range(20_000))
    page = login(anna).post(url, {"file": SimpleUploadedFile("chat.txt", "".join(lines).encode())})

    assert page.context["talk"].messages == 20_000
    assert page.context["weighed"].messages == talks.SAMPLE
