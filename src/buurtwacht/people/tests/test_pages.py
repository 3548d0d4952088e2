# SPDX-License-Identifier: EUPL-1.2
"""Every page of one's own: for a visitor, for Bram, and for Anna who has not shown a second factor yet."""

from urllib.parse import unquote

import pytest
from django.test import Client

OPEN = ["/inloggen/", "/inloggen/nog-geen-lid/", "/inloggen/gestopt/", "/mijn/gegevens/gewist/"]
OWN = [
    "/mijn/apparaten/",
    "/mijn/beveiliging/",
    "/mijn/beveiliging/app/",
    "/mijn/beveiliging/instellen/",
    "/mijn/beveiliging/passkeys/",
    "/mijn/beveiliging/passkeys/nieuw/",
    "/mijn/e-mail/",
    "/mijn/gegevens/",
    "/mijn/gegevens/bestand/",
    "/mijn/gegevens/wissen/",
    "/mijn/telefoon/",
    "/uitloggen/",
]
POSTS = [
    "/mijn/apparaten/1/uitloggen/",
    "/mijn/apparaten/overal-uitloggen/",
    "/mijn/gegevens/taal/",
    "/mijn/telefoon/aanmelden/",
    "/mijn/telefoon/proef/sturen/",
]


@pytest.mark.parametrize("url", OPEN)
def test_anybody_may_read(db, url):
    page = Client().get(url)
    assert page.status_code == 200
    assert b"tel:112" in page.content


@pytest.mark.parametrize("url", [url for url in OWN if url != "/uitloggen/"])
def test_a_visitor_signs_in_first(db, url):
    answer = Client().get(url)
    assert answer.status_code == 302
    assert unquote(answer.url).startswith(f"/inloggen/?next={url}")


@pytest.mark.parametrize("url", POSTS)
def test_a_visitor_changes_nothing(db, url):
    answer = Client().post(url)
    assert answer.status_code == 302
    assert answer.url.startswith("/inloggen/")


@pytest.mark.parametrize("url", OWN)
def test_bram_sees_his_own_pages(bram, half_in, url):
    page = half_in(bram).get(url)
    assert page.status_code == 200
    if "html" in page.headers["Content-Type"]:
        assert page.content.count(b"<h1") == 1
        assert b"tel:112" in page.content


@pytest.mark.parametrize("url", OWN)
def test_anna_sees_her_own_pages_before_her_second_factor(anna, half_in, url):
    assert half_in(anna).get(url).status_code == 200


@pytest.mark.parametrize(
    "url", ["/inloggen/code/", "/inloggen/tweede-stap/", "/inloggen/e-mail/", "/inloggen/nieuwe-code/"]
)
def test_nobody_lands_halfway_through_signing_in(db, url):
    answer = Client().get(url, follow=True)
    assert answer.redirect_chain[-1][0] == "/inloggen/"


@pytest.mark.parametrize("url", POSTS)
def test_changes_need_a_post(bram, half_in, url):
    assert half_in(bram).get(url).status_code == 405


def test_pages_of_codes_exist_only_with_codes(bram, half_in):
    assert half_in(bram).get("/mijn/beveiliging/codes/").status_code == 404


@pytest.mark.parametrize(
    "url", ["/account/login/", "/account/signup/", "/inloggen/wachtwoord/", "/mijn/beveiliging/passkeys/1/weg/"]
)
def test_what_is_not_used_is_not_there(bram, half_in, url):
    assert half_in(bram).get(url).status_code == 404


@pytest.mark.parametrize("language", ["nl", "nl-be", "en", "fr", "de"])
@pytest.mark.parametrize("url", OWN)
def test_pages_speak_five_languages(bram, half_in, url, language):
    bram.language = language
    bram.save(update_fields=["language"])
    assert half_in(bram).get(url).status_code == 200
