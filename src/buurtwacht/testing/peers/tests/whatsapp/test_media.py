# SPDX-License-Identifier: EUPL-1.2
"""Files, both ways."""

import base64
import hashlib

import httpx
import pytest

from buurtwacht.testing.peers.whatsapp.description import is_valid

from .business import text

PHOTO = b"\xff\xd8\xff\xe0 a photo"


def test_a_photo_of_somebody_is_fetched_by_a_link_that_lives_five_minutes(meta, business, anna):
    anna.sends_photo(PHOTO, "Hier")
    told = meta.webhooks.made[-1].value["messages"][0]["image"]
    assert told["sha256"] == base64.b64encode(hashlib.sha256(PHOTO).digest()).decode()
    found = business.ask("GET", told["id"])[1]
    assert is_valid("medium", found)
    assert (found["mime_type"], found["file_size"]) == ("image/jpeg", str(len(PHOTO)))
    answer = business.http.get(found["url"])
    assert (answer.content, answer.headers["content-type"]) == (PHOTO, "image/jpeg")
    assert httpx.get(found["url"]).status_code == 401
    meta.clock.move(minutes=5)
    assert business.http.get(found["url"]).status_code == 404


def test_our_photo_is_uploaded_sent_and_deleted(meta, business, anna):
    anna.says("Hallo")
    status, body = business.upload(PHOTO, "image/jpeg")
    message = text(type="image", image={"id": body["id"], "caption": "Hier"})
    del message["text"]
    assert (status, business.code_for(message)) == (200, 0)
    assert (anna.inbox[-1].kind, anna.inbox[-1].text) == ("image", "Hier")
    assert business.ask("DELETE", body["id"]) == (200, {"success": True})
    assert business.ask("GET", body["id"])[0] == 400
    assert business.code_for(message) == 131009


@pytest.mark.parametrize(
    ("data", "mime", "code"),
    [(b"<html>", "text/html", 100), (b"", "image/jpeg", 131053), (b"a" * (5 * 1024 * 1024 + 1), "image/png", 131053)],
)
def test_what_meta_does_not_take_is_refused(data, mime, code, business):
    status, body = business.upload(data, mime)
    assert (status, body["error"]["code"]) == (400, code)


def test_a_form_without_a_file_or_a_product_is_refused(meta, business):
    path = f"{meta.phone_id}/media"
    assert "file" in business.ask("POST", path, data={"messaging_product": "whatsapp"})[1]["error"]["message"]
    file = {"file": ("a.jpg", PHOTO, "image/jpeg")}
    assert "messaging_product" in business.ask("POST", path, files=file)[1]["error"]["message"]
