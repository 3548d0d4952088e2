# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.conf import settings
from django.test import Client

from buurtwacht.people.models import Person
from buurtwacht.testing.cast import join, make_group, make_organisation, make_person

LANGUAGES = [code for code, _name in settings.LANGUAGES]
WORDS = {
    "nl": "Buren die samen opletten",
    "nl-be": "Buren die samen opletten",
    "en": "Neighbours who watch out together",
    "fr": "Des voisins qui veillent ensemble",
    "de": "Nachbarn, die zusammen aufpassen",
}
PUBLIC = ["/", "/hoe-werkt-het/", "/offline/", "/privacy/", "/toegankelijkheid/", "/vraag/", "/gezondheid/"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PUBLIC)
def test_every_public_page_speaks_every_language(db, language, path):
    client = Client(headers={"Accept": "text/html"})
    client.post("/taal/", {"language": language, "next": path})

    page = client.get(path).content.decode()

    assert f'<html lang="{language}">' in page
    if path == "/":
        assert WORDS[language] in page


@pytest.mark.parametrize(("asked", "spoken"), [("fr-BE,fr;q=0.9", "fr"), ("nl-BE", "nl-be"), ("pl", "nl")])
def test_a_visitor_is_spoken_to_in_the_language_of_the_browser(db, asked, spoken):
    page = Client().get("/", headers={"Accept-Language": asked}).content.decode()

    assert f'<html lang="{spoken}">' in page


def test_a_person_keeps_the_language_they_chose_on_every_device(login, bram):
    response = login(bram).post("/taal/", {"language": "fr", "next": "/meldingen/"})

    assert response.url == "/meldingen/"
    assert Person.objects.get(pk=bram.pk).language == "fr"
    assert '<html lang="fr">' in login(bram).get("/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_way_back_never_leads_to_another_site(db, elsewhere):
    assert Client().post("/taal/", {"language": "en", "next": elsewhere}).url == "/"


def test_a_language_that_nobody_speaks_here_changes_nothing(login, bram):
    login(bram).post("/taal/", {"language": "xx"})

    assert Person.objects.get(pk=bram.pk).language == "nl"


def test_members_in_belgium_call_101(login, cast):
    zone = make_organisation("Lanaken", language="nl-be")
    lotte = make_person("Lotte", language="nl-be")
    join(make_group(zone, "Smeermaas", preset="be"), lotte)

    page = login(lotte).get("/").content.decode()

    assert 'href="tel:101"' in page
    assert 'href="tel:112"' not in page
    assert "Mijn gsm" in page
