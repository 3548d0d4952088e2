# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.lib.ids import new_id
from buurtwacht.live import tokens

PERSON, DELIVERY, REPORT = new_id(), new_id(), new_id()
READERS = [tokens.read_stream_token, tokens.read_topics_token, tokens.read_receipt_token]
TOKENS = [
    tokens.stream_token(PERSON, ["group:1:nl"]),
    tokens.topics_token(PERSON, ["group:1:nl"]),
    tokens.receipt_token(DELIVERY, PERSON, REPORT),
]
PAIRS = list(zip(READERS, TOKENS, strict=True))


def test_a_stream_token_says_who_may_hear_what():
    claim = tokens.read_stream_token(tokens.stream_token(PERSON, ["group:1:nl", "person:2", "group:1:nl"]))

    assert claim.person_id == PERSON
    assert claim.topics == ("group:1:nl", "person:2")
    assert claim.expires_at - claim.issued_at == pytest.approx(tokens.STREAM_LIFE.total_seconds(), abs=0.01)


def test_a_receipt_token_is_short_enough_for_a_push_message():
    token = tokens.receipt_token(DELIVERY, PERSON, REPORT)

    assert len(token) == 96
    assert tokens.read_receipt_token(token) == tokens.ReceiptClaim(DELIVERY, PERSON, REPORT)


@pytest.mark.parametrize(("read", "token"), PAIRS, ids=["stream", "topics", "receipt"])
def test_every_changed_character_is_noticed(read, token):
    for place in range(len(token)):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(tokens.Refused, match=r"^This .*\.$"):
            read(changed)


@pytest.mark.parametrize(("read", "token"), PAIRS, ids=["stream", "topics", "receipt"])
def test_every_truncated_token_is_refused(read, token):
    for length in range(len(token)):
        with pytest.raises(tokens.Refused):
            read(token[:length])


@pytest.mark.parametrize("read", READERS)
@given(nonsense=st.text() | st.from_regex(r"\A[str]1\.[\w-]{0,90}\.[\w-]{0,30}\Z"))
def test_nonsense_gets_a_sentence_and_never_a_traceback(read, nonsense):
    with pytest.raises(tokens.Refused, match=r"\.$"):
        read(nonsense)


@pytest.mark.parametrize(("read", "token"), PAIRS, ids=["stream", "topics", "receipt"])
def test_a_token_of_one_kind_is_not_taken_for_another(read, token):
    for other in TOKENS:
        if other != token:
            with pytest.raises(tokens.Refused):
                read(other)


def test_a_stale_token_is_refused_and_the_sentence_says_what_to_do(time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    token = tokens.stream_token(PERSON, ["group:1:nl"], timedelta(minutes=5))
    time_machine.shift(timedelta(minutes=6))

    with pytest.raises(tokens.Refused, match="fresh one"):
        tokens.read_stream_token(token)


def test_a_receipt_is_still_welcome_days_later(time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    token = tokens.receipt_token(DELIVERY, PERSON, REPORT)
    time_machine.shift(timedelta(days=6))
    assert tokens.read_receipt_token(token).delivery_id == DELIVERY

    time_machine.shift(timedelta(days=2))
    with pytest.raises(tokens.Refused):
        tokens.read_receipt_token(token)


def test_another_key_signs_other_tokens(settings):
    token = tokens.stream_token(PERSON, ["group:1:nl"])
    settings.STREAM_KEY = bytes(32)

    with pytest.raises(tokens.Refused, match="not signed here"):
        tokens.read_stream_token(token)


def test_a_token_that_would_not_fit_in_a_request_is_never_made():
    with pytest.raises(ValueError, match="topics"):
        tokens.stream_token(PERSON, [f"group:{number}" for number in range(65)])
