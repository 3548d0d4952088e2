# SPDX-License-Identifier: EUPL-1.2
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.groups.queries import group_of_address
from buurtwacht.places import locatieserver
from buurtwacht.places.addresses import spot_of, spot_of_postcode
from buurtwacht.places.models import Street
from buurtwacht.testing.cast import make_area

DATA = Path(__file__).parent / "data"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["response", "docs", "id", "weergavenaam"]), inner),
)


def stored(name):
    return json.loads((DATA / name).read_text())


@pytest.fixture(autouse=True)
def never_failed(monkeypatch):
    monkeypatch.setattr(locatieserver, "TIMEOUT", 30)
    monkeypatch.setattr(locatieserver, "_tried_in_vain_at", -locatieserver.PAUSE)


@pytest.fixture
def service(settings):
    """A Locatieserver on this machine that gives a stored answer and remembers what it was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        answer = (DATA / "pdok_result_geuzenkade.json").read_bytes()
        status = 200

        def do_GET(self):
            asked.append(urlsplit(self.path))
            self.send_response(self.status)
            self.end_headers()
            self.wfile.write(self.answer)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.LOCATIESERVER = f"http://127.0.0.1:{server.server_port}/v3_1"
    Handler.asked = asked
    yield Handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("file", "name", "point", "codes"),
    [
        (
            "pdok_response_amsterdam.json",
            "Nieuwe Achtergracht 72, 1018XZ Amsterdam",
            (52.36194655, 4.90595549),
            ("BU03630801", "WK036308"),
        ),
        (
            "pdok_response_weesp.json",
            "Achtergracht 72, 1381BP Weesp",
            (52.30607057, 5.04040667),
            ("BU04570001", "WK045700"),
        ),
        (
            "pdok_result_geuzenkade.json",
            "Geuzenkade 58-1, 1056KN Amsterdam",
            (52.37354473, 4.86450674),
            ("BU03634000", "WK036340"),
        ),
    ],
)
def test_stored_answers_are_read(file, name, point, codes):
    found = locatieserver.read(stored(file))[0]
    assert (found.name, found.point, found.kind) == (name, point, "adres")
    assert (found.neighbourhood_code, found.district_code) == codes
    assert found.house_number in found.name


@given(JSON)
def test_whatever_comes_back_does_no_harm(answer):
    assert isinstance(locatieserver.read(answer), list)


def test_it_is_off_unless_it_is_set(settings):
    assert settings.LOCATIESERVER == ""
    assert locatieserver.suggest("Merelweg") == []
    settings.LOCATIESERVER = "file:///etc"
    assert locatieserver.search("passwd") == []


def test_it_is_asked_for_what_was_typed_and_nothing_else(service):
    [found] = locatieserver.search("Geuzenkade 58", town="Amsterdam")
    [question] = service.asked

    assert found.street == "Geuzenkade"
    assert question.path == "/v3_1/free"
    assert parse_qs(question.query)["q"] == ["Geuzenkade 58 Amsterdam"]
    assert locatieserver.suggest("   ") == []
    assert locatieserver.look_up("adr-1").id.startswith("adr-")
    assert [one.path for one in service.asked] == ["/v3_1/free", "/v3_1/lookup"]


def test_after_a_failure_it_is_left_alone_for_a_while(service):
    service.status = 503
    assert locatieserver.search("Merelweg") == []
    assert locatieserver.search("Merelweg") == []
    assert len(service.asked) == 1


@pytest.mark.parametrize("answer", [b"", b"no json", b"[]", b'{"response": null}', b'{"response": {"docs": [3]}}'])
def test_an_odd_answer_is_no_answer(service, answer):
    service.answer = answer
    assert locatieserver.search("Merelweg") == []


@pytest.mark.django_db
def test_an_address_lies_in_its_area(service):
    area = make_area("Geuzenbuurt", "BU03634000", 4.86, 52.37)
    spot = spot_of("Geuzenkade 58-1")
    assert (spot.words, spot.point, spot.area) == (
        "Geuzenkade 58-1, 1056KN Amsterdam",
        (52.37354473, 4.86450674),
        area,
    )


@pytest.mark.django_db
def test_a_postcode_is_asked_of_the_service_when_our_own_table_does_not_know_it(service):
    area = make_area("Geuzenbuurt", "BU03634000", 4.86, 52.37)
    spot = spot_of_postcode("1056kn", "58-1")
    assert (spot.street, spot.point, spot.area) == ("Geuzenkade", (52.37354473, 4.86450674), area)
    assert parse_qs(service.asked[0].query)["q"] == ["1056KN 58-1"]

    assert spot_of_postcode("1057 KN", "58") is None  # it answered with another postcode
    assert spot_of_postcode("1056 KN", "") is None
    assert spot_of_postcode("3620", "58", street="Geuzenkade") is None  # it knows no Belgian addresses
    assert len(service.asked) == 2


def test_offline_our_own_streets_answer(cast, service):
    service.status = 500
    spot = spot_of("merelwg 14", area=cast.group.area)
    assert (spot.words, spot.area.name) == ("Merelweg", "Vogelbuurt")
    assert spot_of("Kauwlaan", area=cast.group.area) is None
    assert spot_of("", area=cast.group.area) is None


def test_an_address_leads_to_its_group(cast):
    assert group_of_address("Lijsterstraat 3") == cast.group
    assert group_of_address("Merelweg 3") is None  # two areas have one
    assert group_of_address("Nergensstraat") is None
    Street.objects.filter(area=cast.next_group.area).delete()
    assert group_of_address("Merelweg 3") == cast.group
