# SPDX-License-Identifier: EUPL-1.2
"""Templates that the business submits, and what Meta thinks of them."""

import pytest

from buurtwacht.testing.peers.whatsapp.description import is_valid

from .business import template

BODY = "Melding in uw buurt: {{1}} bij {{2}}. Bel 112 bij gevaar."
GOOD = {
    "name": "buurt_melding_v1",
    "language": "nl",
    "category": "UTILITY",
    "message_send_ttl_seconds": 900,
    "components": [
        {"type": "BODY", "text": BODY, "example": {"body_text": [["inbraak", "Merelweg"]]}},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Gezien"}]},
    ],
}


def with_body(text, *example):
    return GOOD | {"components": [{"type": "BODY", "text": text, "example": {"body_text": [list(example)]}}]}


def with_buttons(*found):
    return GOOD | {"components": [GOOD["components"][0], {"type": "BUTTONS", "buttons": list(found)}]}


QUICK = {"type": "QUICK_REPLY", "text": "Gezien"}
SITE = {"type": "URL", "text": "Bekijk", "url": "https://voorbeeld.example"}

WRONG = {
    "no name": GOOD | {"name": ""},
    "capitals": GOOD | {"name": "Melding"},
    "an unknown category": GOOD | {"category": "EMERGENCY"},
    "no body": GOOD | {"components": [GOOD["components"][1]]},
    "two bodies": GOOD | {"components": [GOOD["components"][0]] * 2},
    "only a parameter": with_body("{{1}}", "inbraak"),
    "a parameter at the end": with_body("Melding: {{1}}", "inbraak"),
    "a parameter at the start": with_body("{{1}} in uw buurt.", "inbraak"),
    "parameters side by side": with_body("Melding: {{1}} {{2}}.", "inbraak", "nu"),
    "a number left out": with_body("Melding: {{1}} en {{3}}.", "inbraak", "nu"),
    "no example": with_body(BODY),
    "too long a body": with_body("a" * 1025),
    "a parameter in the footer": GOOD
    | {"components": [*GOOD["components"], {"type": "FOOTER", "text": "Aan {{1}} nu"}]},
    "a long button": with_buttons({"type": "QUICK_REPLY", "text": "a" * 26}),
    "eleven buttons": with_buttons(*[QUICK] * 11),
    "mixed buttons": with_buttons(QUICK, SITE, QUICK),
    "buttons that are no list": GOOD | {"components": [GOOD["components"][0], {"type": "BUTTONS", "buttons": "Ja"}]},
}


def test_a_template_waits_and_is_then_approved(meta, business, anna):
    status, body = business.submit(**GOOD)
    assert (status, body["status"], body["category"]) == (200, "PENDING", "UTILITY")
    assert business.code_for(template("buurt_melding_v1", "inbraak", "Merelweg")) == 132001
    kept = meta.templates[-1]
    kept.approve()
    assert kept.lifetime == 900
    told = meta.webhooks.made[-1]
    assert (told.value["event"], told.value["message_template_id"]) == ("APPROVED", int(body["id"]))
    assert business.code_for(template("buurt_melding_v1", "inbraak", "Merelweg")) == 0


@pytest.mark.parametrize("name", WRONG)
def test_a_bad_template_is_refused(name, meta, business):
    status, body = business.submit(**WRONG[name])
    assert status == 400, body
    assert is_valid("GraphAPIError", body)
    assert meta.templates == []


def test_the_same_name_in_the_same_language_is_refused(business):
    assert business.submit(**GOOD)[0] == 200
    status, body = business.submit(**GOOD)
    assert (status, body["error"]["error_subcode"]) == (400, 2388024)
    assert business.submit(**GOOD | {"language": "fr"})[0] == 200


def test_the_list_is_as_meta_gives_it_in_pages(meta, business):
    for number in range(3):
        meta.template(f"melding_{number}", "Rust.")
    path = f"{meta.waba_id}/message_templates"
    first = business.ask("GET", path, params={"limit": 2})[1]
    assert is_valid("templates", first)
    assert [each["name"] for each in first["data"]] == ["melding_0", "melding_1"]
    second = business.http.get(first["paging"]["next"]).json()
    assert [each["name"] for each in second["data"]] == ["melding_2"]
    assert "next" not in second["paging"]
    short = business.ask("GET", path, params={"fields": "name,status", "limit": 1})[1]["data"]
    assert short == [{"name": "melding_0", "status": "APPROVED", "id": meta.templates[0].id}]
    found = business.ask("GET", path, params={"name": "melding_1", "status": "APPROVED", "language": "nl"})[1]
    assert [each["name"] for each in found["data"]] == ["melding_1"]


def test_a_template_is_edited_and_waits_again(meta, business):
    kept = meta.template("melding", "Rust.")
    components = [{"type": "BODY", "text": "Het is weer rustig."}]
    assert business.ask("POST", kept.id, json={"components": components}) == (200, {"success": True})
    found = business.ask("GET", kept.id, params={"fields": "status,components"})[1]
    assert found == {"id": kept.id, "status": "PENDING", "components": components}


def test_a_template_is_deleted_by_its_name_in_all_languages(meta, business):
    meta.template("melding", "Rust.")
    meta.template("melding", "Calme.", language="fr")
    path = f"{meta.waba_id}/message_templates"
    assert business.ask("DELETE", path, params={"name": "melding"}) == (200, {"success": True})
    assert meta.templates == []
    assert business.ask("DELETE", path, params={"name": "melding"})[0] == 400


def test_meta_changes_the_category(meta):
    meta.template("melding", "Rust.").turn_into("MARKETING")
    assert meta.webhooks.made[-1].value["new_category"] == "MARKETING"


def test_the_phone_number_tells_its_limits(meta, business):
    found = business.ask("GET", meta.phone_id)[1]
    assert is_valid("phone number", found)
    assert (found["throughput"]["level"], found["messaging_limit_tier"]) == ("STANDARD", "TIER_2K")
    assert business.ask("GET", meta.phone_id, params={"fields": "quality_rating"})[1] == {
        "id": meta.phone_id,
        "quality_rating": "GREEN",
    }
    listed = business.ask("GET", f"{meta.waba_id}/phone_numbers")[1]["data"]
    assert [each["id"] for each in listed] == [meta.phone_id]


def test_the_app_subscribes_to_webhooks(meta, business):
    path = f"{meta.waba_id}/subscribed_apps"
    assert business.ask("DELETE", path) == (200, {"success": True})
    assert business.ask("GET", path)[1] == {"data": []}
    assert business.ask("POST", path) == (200, {"success": True})
    assert len(business.ask("GET", path)[1]["data"]) == 1
