# SPDX-License-Identifier: EUPL-1.2
"""What we promise in so many words, on the pages and in the mails where people read it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import translation

from buurtwacht.dossiers import services as dossiers
from buurtwacht.dossiers.tests.support import make_closed_report
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.models import Behaviour, Photo, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.tests.walker import SEEN, Walker
from buurtwacht.reports.thread.tests.threads import make_photo, sighting
from buurtwacht.testing.cast import gather

PUBLIC = ["/", "/hoe-werkt-het/", "/privacy/", "/toegankelijkheid/", "/vraag/"]


def words_on(page):
    """The text that people read on a page, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.mark.parametrize("path", PUBLIC)
def test_every_page_says_that_the_police_do_not_read_along(db, path):
    assert "De politie leest niet mee in de groep." in words_on(Client().get(path))


def test_no_page_lets_anybody_search(cast, login):
    """Nobody looks for a person or a plate (R135): there is no box to type in, and the database cannot tell either."""
    report = make_report(cast.group, cast.bram)
    sighting(report, cast.gerrit)
    for url in ("/", "/meldingen/", f"/meldingen/{report.pk}/"):
        assert 'type="search"' not in login(cast.bram).get(url).content.decode()
    for url in ("/bureau/vogelbuurt/", "/bureau/vogelbuurt/meldingen/"):
        assert 'type="search"' not in login(cast.anna).get(url).content.decode()

    assert not Report.objects.filter(title=report.title).exists()
    assert not Report.objects.filter(place=report.place).exists()


def test_the_site_can_be_installed(db):
    manifest = Client().get("/manifest.webmanifest").json()

    assert manifest["display"] == "standalone"
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}
    assert 'rel="manifest"' in Client().get("/").content.decode()


def test_each_mail_to_the_police_names_the_emergency_number(cast):
    dossier = dossiers.begin_dossier(make_closed_report(cast))
    dossiers.hand_over_dossier(dossier, by=cast.anna)
    dossier.refresh_from_db()
    dossiers.remind(dossier, by=cast.anna)
    handle_due_lines()

    assert len(mail.outbox) == 3
    for letter in mail.outbox:
        assert "112" in letter.body, letter.subject


def test_the_officer_keeps_an_own_reference_and_the_coordinator_reads_it(cast, login):
    dossier = dossiers.begin_dossier(make_closed_report(cast))
    dossiers.hand_over_dossier(dossier, by=cast.anna)

    login(cast.dirk).post(f"/politie/dossiers/{dossier.pk}/kenmerk/", {"reference": "PL0600-2026-77"})
    dossiers.open_dossier(dossier.handovers.get(), dossier.handovers.get().code)

    assert "PL0600-2026-77" in words_on(login(cast.anna).get(f"/bureau/vogelbuurt/dossiers/{dossier.pk}/volgen/"))


def test_the_call_card_follows_the_questions_of_the_operator(cast, login):
    walk = Walker(login(cast.bram)).press("call", **SEEN)
    told = re.sub("<[^>]+>", " ", re.search(r'<ol class="bw-script">(.*?)</ol>', walk.text, re.DOTALL)[1])

    said = ["Politie, in Ede", "Lijsterstraat", "Man voelt aan achterpoorten.", "Geen wapen gezien.", "Bram",
            "Ik waarschuw ook de buurt via Buurtwacht."]  # fmt: skip
    places = [told.index(words) for words in said]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("preset", "word"),
    [
        ("nl", "Reageren"),
        ("nl-ede", "Reageren"),
        ("be-lanaken", "Registreren"),
        ("be-politiezone", "Reageren en registreren"),
    ],
)
def test_the_last_letter_is_that_of_the_group(db, login, preset, word):
    cast = gather(preset)

    assert f"{word}, nog te doen" in words_on(login(cast.bram).get("/groepen/vogelbuurt/melden/"))


@pytest.mark.parametrize("preset", PRESETS)
def test_after_sharing_everybody_is_told_to_follow_nobody(db, login, preset):
    cast = gather(preset)
    report = make_report(cast.group, cast.bram)

    page = words_on(login(cast.bram).get(f"/meldingen/{report.pk}/gedeeld/"))

    assert "Blijf binnen" in page
    assert "Volg niemand." in page
    assert ("minstens met twee" in page) is (preset in ("nl", "nl-binnenbijster"))
    assert ("of iemand de weg kwijt is" in page) is (preset == "be-gemeente")


def test_the_reporter_reads_out_what_neighbours_added(cast, login):
    report = make_report(cast.group, cast.bram)
    sighting(report, cast.gerrit)

    page = words_on(login(cast.bram).get(f"/meldingen/{report.pk}/gedeeld/"))

    assert "Belt 112 terug? Lees dit voor." in page
    assert "Loopt richting Vogelpark." in page


def test_who_opens_a_report_sees_when_112_was_called_and_a_quiet_button(cast, login):
    report = make_report(cast.group, cast.bram)

    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/")

    called = report.called_at.astimezone(cast.group.tz)
    assert f"112 is gebeld om {called:%H:%M}" in words_on(page)
    assert "Bel alleen bij nieuwe info" in words_on(page)
    assert "bw-sos__dial--quiet" in page.content.decode()


def test_a_message_is_short(cast, login):
    walk = Walker(login(cast.bram)).press("call", **(SEEN | {"words": "Man voelt aan poorten. " * 27}))

    assert walk.at == "notice"
    assert 'href="#id_words"' in walk.text


def test_a_photo_asks_whether_words_would_do_and_says_what_becomes_of_it(db, login):
    cast = gather("nl-ede")
    walk = Walker(login(cast.bram)).press("call", **SEEN).press("called")

    page = words_on(walk.page)
    assert "Kunt u het in woorden zeggen?" in page
    assert 'name="photo_needed"' in walk.text
    assert 'name="photo_needed" checked' not in walk.text
    assert "alleen voor het signalement" in page


@pytest.mark.parametrize("preset", [name for name, policy in PRESETS.items() if policy.photo != "never"])
def test_wherever_photos_are_taken_words_are_asked_first_and_only_ede_wants_a_tick(db, login, preset):
    """R130: the question stands there, its answer is words unless somebody chooses a photo, and it holds up nothing."""
    cast = gather(preset)
    walk = Walker(login(cast.bram)).press("call", **SEEN).press("called")

    assert "Kunt u het in woorden zeggen?" in words_on(walk.page)
    assert ('name="photo_needed"' in walk.text) == (PRESETS[preset].photo == "group_if_of_value")
    assert walk.press("share").page.status_code == 302


def test_a_photo_that_only_the_police_get_is_seen_by_no_neighbour(cast, login):
    report = make_report(cast.group, cast.bram)
    make_photo(report, Photo.Audience.POLICE)

    for person in (cast.anna, cast.gerrit):
        page = login(person).get(f"/meldingen/{report.pk}/")
        assert "<figure" not in page.content.decode()


def test_the_form_asks_first_what_somebody_does_in_seventeen_answers(cast, login):
    """The thirteen signs of source 000, violence, vandalism, somebody missing, and words for everything else."""
    page = login(cast.bram).get("/groepen/vogelbuurt/melden/")

    offered = re.findall(r'name="behaviours" value="(\w+)"', page.content.decode())
    assert sorted(offered) == sorted(Behaviour.values)
    assert len(offered) == 17
    with translation.override("nl"):
        labels = [str(label) for label in Behaviour.labels]
    told = words_on(page)
    assert all(label in told for label in labels)
    assert told.index("Wat gebeurt er?") < told.index("Waar?") < told.index("Is er gevaar?")
