# SPDX-License-Identifier: EUPL-1.2
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from buurtwacht.outreach import link_check
from buurtwacht.outreach.link_check import answers, check_links
from buurtwacht.outreach.models import SiteLink
from buurtwacht.outreach.services import keep_links

HOW = "/buurtpreventie/ede/hoe-werkt-het/"
ROWS = {
    "form-TOTAL_FORMS": "2",
    "form-INITIAL_FORMS": "0",
    "form-0-title": "WhatsApp Buurtpreventie",
    "form-0-url": "https://wabp.voorbeeld.example/",
    "form-1-title": "",
    "form-1-url": "",
}


class Answering(BaseHTTPRequestHandler):
    """A server that knows one page."""

    def do_HEAD(self) -> None:
        self.send_response({"/": 200, "/weg": 301, "/stuk": 503}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch):
    """A server on this machine, taken for a public one."""
    monkeypatch.setattr(link_check, "is_public", lambda host, port: True)
    monkeypatch.setattr(link_check, "is_global", lambda address: True)
    site = HTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    site.server_close()


def test_the_official_keeps_a_list_of_links(login, cast, client):
    login(cast.eva).post("/gemeente/ede/site/links/", ROWS)

    page = client.get(HOW).content.decode()
    assert 'href="https://wabp.voorbeeld.example/"' in page
    assert "WhatsApp Buurtpreventie" in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://voorbeeld.example/", "geen adres"])
def test_only_pages_on_the_web_can_be_linked(login, cast, url):
    page = login(cast.eva).post("/gemeente/ede/site/links/", ROWS | {"form-0-url": url}).content.decode()

    assert "Dit is geen volledig adres." in page
    assert SiteLink.objects.count() == 0


@pytest.mark.parametrize(("path", "well"), [("/", True), ("/weg", True), ("/kwijt", False), ("/stuk", False)])
def test_a_page_answers_or_not(server, path, well):
    assert answers(server + path) is well


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/"]
)
def test_we_never_knock_inside_our_own_network(url):
    assert answers(url) is False


def test_a_name_that_means_another_machine_the_second_time_is_told_nothing(server, monkeypatch):
    """Public when it was looked up, inside our own network when it was opened."""
    monkeypatch.undo()
    monkeypatch.setattr(link_check, "is_public", lambda host, port: True)
    asked = []
    monkeypatch.setattr(Answering, "do_HEAD", lambda self: asked.append(self.path))

    assert answers(f"{server}/") is False
    assert asked == []


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "169.254.169.254"])
def test_addresses_of_our_own_network_are_known(address):
    assert not link_check.is_global(address)
    assert link_check.is_global("2001:4860:4860::8888")


def test_a_link_that_fails_twice_is_hidden_and_one_that_comes_back_is_shown(server, cast, client, login):
    links = [{"title": "Goed", "url": f"{server}/"}, {"title": "Kwijt", "url": f"{server}/kwijt"}]
    keep_links(cast.organisation, links, by=cast.eva)
    check_links()
    assert "Kwijt" in client.get(HOW).content.decode()

    assert check_links() == 1

    page = client.get(HOW).content.decode()
    assert "Kwijt" not in page
    assert "Goed" in page
    assert "Kwijt" in login(cast.eva).get("/gemeente/ede/site/links/").content.decode()
    SiteLink.objects.filter(title="Kwijt").update(url=f"{server}/")
    assert check_links() == 0
    assert "Kwijt" in client.get(HOW).content.decode()
