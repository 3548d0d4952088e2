# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on purpose."""

import httpx
import pytest

from .business import template, text
from .ear import wait_until


@pytest.fixture(autouse=True)
def window(anna):
    anna.says("Hallo")


@pytest.mark.parametrize("code", [4, 80007, 130429, 131000, 131016, 131031, 131042, 131048, 131057, 368, 10])
def test_any_code_for_a_while(code, business, meta):
    meta.fails(code, times=2)
    assert [business.code_for(text()) for _ in range(3)] == [code, code, 0]
    assert len(meta.sent) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_bare_status_until_it_recovers(status, business, meta):
    meta.fails(status)
    answers = [business.http.post(f"{meta.graph}/{meta.phone_id}/messages", json=text()) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [status, status]
    assert answers[0].headers["content-type"].startswith("text/plain")
    meta.recovers()
    assert business.code_for(text()) == 0


def test_it_accepts_and_never_answers(business, meta):
    meta.swallows()
    patience = httpx.Timeout(10, read=0.2)
    with pytest.raises(httpx.ReadTimeout):
        business.http.post(f"{meta.graph}/{meta.phone_id}/messages", json=text(), timeout=patience)
    wait_until(lambda: meta.sent and meta.sent[-1].state == "delivered")
    assert [message.state for message in meta.sent] == ["delivered"]
    assert business.code_for(text()) == 0


def test_it_accepts_and_hangs_up(business, meta):
    meta.hangs_up()
    with pytest.raises(httpx.TransportError):
        business.send(text())
    assert [message.state for message in meta.sent] == ["delivered"]


@pytest.mark.parametrize("code", [131049, 130472, 131026])
def test_some_codes_come_only_after_accepting(code, business, meta, anna):
    meta.fails(code, times=1)
    assert [business.code_for(text()), business.code_for(text())] == [0, 0]
    assert [(message.state, message.failure) for message in anna.inbox] == [("failed", code), ("delivered", 0)]


def test_files_and_templates_have_troubles_of_their_own(business, meta, anna):
    anna.sends_photo(b"photo")
    number = meta.webhooks.made[-1].value["messages"][0]["image"]["id"]
    url = business.ask("GET", number)[1]["url"]
    meta.fails(500, times=1, on="media")
    assert [business.http.get(url).status_code for _ in range(2)] == [500, 200]
    meta.fails(131000, on="media")
    assert business.ask("GET", number)[1]["error"]["code"] == 131000
    assert business.upload(b"photo", "image/jpeg")[0] == 500
    meta.fails(80007, times=1, on="templates")
    path = f"{meta.waba_id}/message_templates"
    assert [business.ask("GET", path)[0] for _ in range(2)] == [400, 200]
    assert business.code_for(text()) == 0


def test_the_webhook_comes_before_the_answer(business, meta, ear):
    ear.verify_token, ear.secret = meta.verify_token, meta.app_secret
    meta.webhooks_to(ear.hook)
    meta.webhooks.settle()
    meta.answers_last = True
    before = ear.posts
    assert business.code_for(text()) == 0
    assert ear.posts == before + 2


def test_meta_holds_a_message_and_says_no_more(business, meta, anna):
    meta.template("melding", "Rust.")
    meta.message_status = "held_for_quality_assessment"
    answer = business.send(template("melding"))[1]
    assert answer["messages"][0]["message_status"] == "held_for_quality_assessment"
    assert anna.inbox[-1].states == ["accepted"]


def test_the_account_is_restricted(business, meta):
    meta.restrict_account()
    assert business.code_for(text()) == 131031
    assert meta.webhooks.made[-1].value["event"] == "ACCOUNT_RESTRICTION"
