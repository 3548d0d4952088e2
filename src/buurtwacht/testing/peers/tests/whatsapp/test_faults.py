# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on purpose."""

import httpx
import pytest

from .business import text


@pytest.fixture(autouse=True)
def window(anna):
    anna.says("Hallo")


@pytest.mark.parametrize("code", [4, 80007, 130429, 131000, 131016, 131031, 131042, 131048, 131049, 131057, 368, 10])
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
    with pytest.raises(httpx.ReadTimeout):
        business.http.post(f"{meta.graph}/{meta.phone_id}/messages", json=text(), timeout=0.2)
    assert [message.state for message in meta.sent] == ["delivered"]
    assert business.code_for(text()) == 0


def test_it_accepts_and_hangs_up(business, meta):
    meta.hangs_up()
    with pytest.raises(httpx.TransportError):
        business.send(text())
    assert [message.state for message in meta.sent] == ["delivered"]


def test_the_account_is_restricted(business, meta):
    meta.restrict_account()
    assert business.code_for(text()) == 131031
    assert meta.webhooks.made[-1].value["event"] == "ACCOUNT_RESTRICTION"
