# SPDX-License-Identifier: EUPL-1.2
"""Mail servers hand over mail: a real SMTP client against our door."""

import smtplib
import socket
from collections.abc import Iterator

import pytest

from buurtwacht.channels.email.addresses import bounce_address, reply_address
from buurtwacht.channels.email.listening import handing_over
from buurtwacht.channels.email.receiver import EmailReceiver
from buurtwacht.channels.inbound import Heard

from .listening import Inbox, Listening, door, soon
from .written import ANNA, REFERENCE, came_back, written

pytestmark = pytest.mark.usefixtures("replies")


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def at(inbox: Inbox, replies: None) -> Iterator[Listening]:
    with door(inbox) as listening:
        yield listening


def lmtp(at: Listening) -> smtplib.LMTP:
    return smtplib.LMTP("127.0.0.1", at.port)


def hand_over(at: Listening, content: bytes | None = None, *, to: str = "", sender: str = ANNA) -> None:
    with lmtp(at) as server:
        server.sendmail(sender, [to or reply_address(REFERENCE)], content or written().as_bytes())


def test_an_answer_is_taken_in_and_understood(at, inbox):
    hand_over(at, to=reply_address(REFERENCE).upper())
    [heard] = EmailReceiver().read(inbox.kept[0])
    assert isinstance(heard, Heard)
    assert (heard.text, heard.token) == ("Ja, ik zie hem.", REFERENCE)


def test_a_letter_that_came_back_has_no_sender(at, inbox):
    hand_over(at, came_back(), to=bounce_address(REFERENCE), sender="<>")
    [progress] = EmailReceiver().read(inbox.kept[0])
    assert progress.state == "gone"


def test_smtp_works_as_well(inbox):
    with door(inbox, is_lmtp=False) as at, smtplib.SMTP("127.0.0.1", at.port) as server:
        server.sendmail(ANNA, [reply_address(REFERENCE)], written().as_bytes())
    assert len(inbox.kept) == 1


@pytest.mark.parametrize(
    "to",
    [
        "iemand@elders.example",
        "m@antwoord.voorbeeld.example",
        f"m+{'a' * 52}@antwoord.voorbeeld.example",
        "postmaster@antwoord.voorbeeld.example",
    ],
)
def test_nothing_is_taken_for_others_and_nothing_relayed(at, inbox, to):
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refusal:
        hand_over(at, to=to)
    assert refusal.value.recipients[to][0] == 550
    assert not inbox.kept


def test_two_recipients_come_one_after_the_other(at, inbox):
    with lmtp(at) as server:
        refused = server.sendmail(ANNA, [reply_address(REFERENCE), bounce_address(REFERENCE)], written().as_bytes())
    assert [code for code, _words in refused.values()] == [452]
    assert len(inbox.kept) == 1


def test_a_full_disk_leaves_it_with_the_mail_server(at, inbox):
    inbox.fails = 1
    with pytest.raises(smtplib.SMTPDataError) as refusal:
        hand_over(at)
    assert refusal.value.smtp_code == 451
    hand_over(at)
    assert len(inbox.kept) == 1


def test_the_same_mail_twice_has_the_same_name(at, inbox):
    hand_over(at)
    hand_over(at)
    first, second = (next(iter(EmailReceiver().read(raw))) for raw in inbox.kept)
    assert first.id == second.id


def test_a_mail_that_is_too_large_is_refused_before_it_is_sent(at, inbox, settings):
    settings.MOST_INCOMING_BYTES = 2000
    with lmtp(at) as server:
        assert int(server.esmtp_features["size"]) if server.ehlo_or_helo_if_needed() is None else False
        with pytest.raises(smtplib.SMTPResponseException) as refusal:
            server.sendmail(ANNA, [reply_address(REFERENCE)], written("x" * 5000).as_bytes())
    assert refusal.value.smtp_code == 552
    assert not inbox.kept


def test_a_mail_larger_than_it_said_is_refused(at, inbox, settings):
    settings.MOST_INCOMING_BYTES = 2000
    with lmtp(at) as server:
        server.ehlo_or_helo_if_needed()
        server.mail(ANNA)
        server.rcpt(reply_address(REFERENCE))
        assert server.data(written("x" * 5000).as_bytes())[0] == 552
    assert not inbox.kept


def test_a_long_line_is_no_reason_to_lose_a_mail(at, inbox):
    hand_over(at, b"From: anna@voorbeeld.example\r\n\r\n" + b"x" * 5000 + b"\r\n")
    assert len(inbox.kept) == 1


def test_a_connection_that_is_cut_leaves_nothing(at, inbox):
    server = lmtp(at)
    server.ehlo_or_helo_if_needed()
    server.mail(ANNA)
    server.rcpt(reply_address(REFERENCE))
    server.putcmd("data")
    server.getreply()
    server.send(b"Subject: half\r\n\r\nEr staat een ")
    server.close()
    hand_over(at)
    assert len(inbox.kept) == 1


def test_when_too_many_knock_the_next_one_comes_back_later(at, inbox, monkeypatch):
    monkeypatch.setattr(handing_over, "MOST_CONNECTIONS", 1)
    with lmtp(at), socket.create_connection(("127.0.0.1", at.port)) as second:
        assert second.recv(100).startswith(b"421")
    assert soon(lambda: _takes(at))


def _takes(at: Listening) -> bool:
    try:
        hand_over(at)
    except smtplib.SMTPException:
        return False
    return True


def test_nonsense_breaks_nothing(at, inbox):
    with socket.create_connection(("127.0.0.1", at.port)) as line:
        line.recv(100)
        line.sendall(
            b"\xff\xfe\x00 GET / HTTP/1.1\r\nRCPT TO:<x>\r\nDATA\r\nMAIL FROM:<\xff@x>\r\n" + b"A" * 200_000 + b"\r\n"
        )
        assert line.recv(100)
    hand_over(at)
    assert len(inbox.kept) == 1


def test_no_address_is_written_to_the_log(at, inbox, caplog):
    caplog.set_level("DEBUG")
    hand_over(at)
    assert ANNA not in caplog.text
    assert reply_address(REFERENCE) not in caplog.text
