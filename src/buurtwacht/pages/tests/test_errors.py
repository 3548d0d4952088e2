# SPDX-License-Identifier: EUPL-1.2
"""When something goes wrong a person reads what to do next, and still sees the number to call."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from buurtwacht.lib.errors import DomainError
from buurtwacht.pages.middleware import SentencesForErrors
from buurtwacht.pages.views.errors import broken

WRITTEN = "Man voelt aan de achterpoorten van de Merelweg."


def stale(origin: str = "") -> str:
    client = Client(enforce_csrf_checks=True)
    headers = {"Origin": origin} if origin else {}
    response = client.post("/taal/", {"woorden": WRITTEN, "language": "nl"}, headers=headers)
    assert response.status_code == 403
    return response.content.decode()


def test_what_somebody_wrote_in_a_stale_form_can_still_be_copied(db):
    page = stale()

    assert "Dit formulier stond te lang open" in page
    assert WRITTEN in page
    assert 'href="tel:112"' in page


def test_what_another_site_sends_is_not_shown(db):
    assert WRITTEN not in stale("https://evil.example")


def test_a_page_that_does_not_exist_shows_the_way_back(db):
    page = Client().get("/bestaat-niet/")

    assert page.status_code == 404
    assert "Deze pagina bestaat niet" in page.content.decode()
    assert 'href="tel:112"' in page.content.decode()


def test_a_page_that_broke_needs_no_database():
    page = broken(RequestFactory().get("/"))

    assert page.status_code == 500
    assert 'href="tel:112"' in page.content.decode()


@pytest.mark.parametrize("htmx", [False, True])
def test_a_refusal_is_a_page_or_a_fragment_with_the_sentence(db, rf, htmx):
    request = rf.get("/")
    request.htmx = htmx

    response = SentencesForErrors(lambda _request: None).process_exception(
        request, DomainError("Bel eerst de politie.")
    )

    assert response is not None
    assert response.status_code == 400
    assert "Bel eerst de politie." in response.content.decode()
    assert ("<html" in response.content.decode()) is not htmx


def test_an_error_that_is_a_bug_is_left_to_rise(rf):
    assert SentencesForErrors(lambda _request: None).process_exception(rf.get("/"), ValueError()) is None


def test_a_stale_form_leads_back_to_where_it_was(db):
    client = Client(enforce_csrf_checks=True)

    page = client.post(reverse("language"), headers={"Referer": "http://testserver/meldingen/"}).content.decode()

    assert 'href="/meldingen/"' in page
