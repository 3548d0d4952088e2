# SPDX-License-Identifier: EUPL-1.2
"""Every wrong request gets Meta's code, in Meta's shape, and nothing is sent."""

import pytest

from buurtwacht.testing.peers.whatsapp.description import is_valid

from .business import buttons, interactive, rows, template, text
from .wrong import AGAINST_THE_DESCRIPTION, without

SECTIONS = [{"title": "A", "rows": [{"id": "1", "title": "Een"}]}, {"rows": [{"id": "2", "title": "Twee"}]}]


def listed(sections):
    return interactive({"type": "list", "body": {"text": "?"}, "action": {"button": "Kies", "sections": sections}})


def many(*counts):
    """Sections with so many rows each."""
    return [
        {"title": f"S{place}", "rows": [{"id": f"{place}.{row}", "title": "Rij"} for row in range(count)]}
        for place, count in enumerate(counts)
    ]


WRONG = {
    "no recipient": (without(text(), "to"), 100),
    "no product": (without(text(), "messaging_product"), 100),
    "an unknown type": (text(type="telegram"), 100),
    "an unknown key": (text(colour="red"), 100),
    "no text": (text() | {"text": {}}, 131008),
    "an empty text": (text(""), 131009),
    "four buttons": (buttons("Een", "Twee", "Drie", "Vier"), 131009),
    "a title of 21 characters": (buttons("a" * 21), 131009),
    "the same title twice": (buttons("Ja", "Ja"), 131009),
    "a row of 25 characters": (rows("a" * 25), 131009),
    "eleven rows in two sections": (listed(many(6, 5)), 131009),
    "a section without a title": (listed(SECTIONS), 131008),
    "the same row twice": (listed([SECTIONS[0], SECTIONS[0]]), 131009),
    "a header without a text": (buttons("Ja", header={"type": "text"}), 131008),
    "no number": (text(to="Anna"), 131009),
    "our own number": (text(to="+31 970 10 20 30"), 131021),
    "a group": (text(recipient_type="group"), 100),
    "a file that is not there": (without(text(type="image", image={"id": "123"}), "text"), 131009),
    "an unknown template": (template("verzonnen"), 132001),
    "a template in another language": (template("melding", "inbraak", language="fr"), 132001),
    "no parameter": (template("melding"), 132000),
    "a parameter too many": (template("melding", "inbraak", "nu"), 132000),
    "a new line": (template("melding", "inbraak\nnu"), 132018),
    "a tab": (template("melding", "inbraak\tnu"), 132018),
    "five spaces": (template("melding", "inbraak     nu"), 132018),
    "an empty parameter": (template("melding", " "), 131008),
    "too long a text": (template("melding", "a" * 1025), 132005),
    "a link that is none": (
        without(text(type="image", image={"link": "ftp://voorbeeld.example/a.jpg"}), "text"), 100,
    ),
    "a paused template": (template("gepauzeerd"), 132015),
    "a disabled template": (template("uit"), 132016),
    "a template that waits": (template("wacht"), 132001),
    "a template that was rejected": (template("afgewezen"), 132001),
    "a message that nobody sent": (
        {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.no"}, 131009,
    ),
}  # fmt: skip


@pytest.fixture
def templates(meta, anna):
    meta.template("melding", "Melding: {{1}} in de straat.", buttons=["Gezien"])
    meta.template("gepauzeerd", "Rust.").pause()
    meta.template("uit", "Uit.").disable()
    meta.template("wacht", "Wacht.").status = "PENDING"
    meta.template("afgewezen", "Nee.").reject()
    anna.says("Hallo")


@pytest.mark.usefixtures("templates")
@pytest.mark.parametrize("name", WRONG)
def test_it_is_refused_with_the_code_of_meta(name, meta, business):
    message, code = WRONG[name]
    status, body = business.send(message)
    assert (body["error"]["code"], status >= 400) == (code, True), body
    assert is_valid("GraphAPIError", body)
    assert meta.sent == []


@pytest.mark.usefixtures("templates")
def test_all_against_the_description_is_refused(meta, business):
    codes = {name: business.code_for(message) for name, message in AGAINST_THE_DESCRIPTION.items()}
    assert {name: code for name, code in codes.items() if code not in (100, 131008, 131009)} == {}
    assert meta.sent == []


def test_an_error_looks_as_with_meta(business):
    status, body = business.send(template("verzonnen"))
    trace = body["error"].pop("fbtrace_id")
    assert (status, len(trace)) == (404, 23)
    assert body == {
        "error": {
            "message": "(#132001) Template name does not exist in the translation",
            "type": "OAuthException",
            "code": 132001,
            "error_data": {
                "messaging_product": "whatsapp",
                "details": "template name (verzonnen) does not exist in nl",
            },
        }
    }


@pytest.mark.parametrize(("header", "code"), [({}, 104), ({"Authorization": "Bearer nee"}, 190)])
def test_without_the_token_it_is_401(header, code, meta, business):
    business.http.headers.pop("Authorization")
    business.http.headers.update(header)
    status, body = business.send(text())
    assert (status, body["error"]["code"]) == (401, code)
    assert is_valid("no such token", body)


def test_a_revoked_token(meta, business, anna):
    anna.says("Hallo")
    assert business.code_for(text()) == 0
    meta.revoke_token()
    assert business.code_for(text()) == 190


def test_a_reseller_has_shorter_paths_and_a_header_of_its_own(meta, business, anna):
    anna.says("Hallo")
    meta.header = "D360-API-KEY: {token}"
    assert business.code_for(text()) == 104
    header = {"D360-API-KEY": meta.token}
    assert business.http.post(f"{meta.url}/messages", json=text("Dag"), headers=header).status_code == 200
    assert business.http.get(f"{meta.url}/{meta.phone_id}", headers=header).json()["id"] == meta.phone_id
    assert [message.text for message in anna.inbox] == ["Dag"]


def test_another_phone_number_is_not_ours(business):
    status, body = business.ask("POST", "123/messages", json=text())
    assert (status, body["error"]["code"], body["error"]["error_subcode"]) == (400, 100, 33)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"'])
def test_what_is_no_json_is_refused(body, meta, business):
    status, answer = business.ask("POST", f"{meta.phone_id}/messages", content=body)
    assert (status, answer["error"]["code"]) == (400, 100)


def test_a_path_that_is_not_there(business):
    assert business.ask("GET", "123/dances")[1]["error"]["code"] == 100
    assert business.ask("PUT", "123")[1]["error"]["code"] == 100
