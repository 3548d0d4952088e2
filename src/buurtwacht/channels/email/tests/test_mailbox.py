# SPDX-License-Identifier: EUPL-1.2
"""Answers in an ordinary mailbox: Dovecot, a real one."""

import imaplib
import ssl
from collections.abc import Iterator

import pytest

from buurtwacht.channels.email.addresses import reply_address
from buurtwacht.channels.email.receiver import EmailReceiver
from buurtwacht.channels.inbound import Heard
from buurtwacht.testing.peers.mailbox_server import PASSWORD, MailboxServer

from .listening import Inbox, fetching, soon
from .written import REFERENCE, came_back, written

pytestmark = [pytest.mark.usefixtures("replies"), pytest.mark.peer]

DONE, ASIDE = "Buurtwacht/Verwerkt", "Buurtwacht/Overig"


@pytest.fixture(scope="module")
def dovecot() -> Iterator[MailboxServer]:
    with MailboxServer() as server:
        yield server


@pytest.fixture
def mailbox(dovecot: MailboxServer) -> MailboxServer:
    """An empty one."""
    dovecot.empty("INBOX", DONE, ASIDE)
    return dovecot


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def test_what_was_there_is_fetched_and_moved_away(mailbox, inbox):
    mailbox.put(written().as_bytes())
    with fetching(inbox, mailbox.url, PASSWORD):
        assert soon(lambda: mailbox.in_folder(DONE))
    [heard] = EmailReceiver().read(inbox.kept[0])
    assert isinstance(heard, Heard)
    assert (heard.text, heard.token) == ("Ja, ik zie hem.", REFERENCE)
    [(_content, flags)] = mailbox.in_folder(DONE)
    assert r"\Seen" in flags
    assert mailbox.in_folder("INBOX") == []


def test_the_mailbox_says_when_something_comes(mailbox, inbox):
    with fetching(inbox, mailbox.url, PASSWORD):
        mailbox.put(written("Eerste.").as_bytes())
        assert soon(lambda: len(mailbox.in_folder(DONE)) == 1)
        mailbox.put(came_back())
        assert soon(lambda: len(mailbox.in_folder(DONE)) == 2)
    assert len(inbox.kept) == 2


def test_what_comes_while_another_is_stored_is_not_overlooked(mailbox, inbox):
    def one_more() -> None:
        inbox.meanwhile = lambda: None
        mailbox.put(written("Tweede.").as_bytes())

    inbox.meanwhile = one_more
    mailbox.put(written("Eerste.").as_bytes())
    with fetching(inbox, mailbox.url, PASSWORD):
        assert soon(lambda: len(mailbox.in_folder(DONE)) == 2)


def test_what_is_not_for_us_is_put_aside_unread(mailbox, inbox):
    mailbox.put(written(to="buurtwacht@voorbeeld.example").as_bytes())
    with fetching(inbox, mailbox.url, PASSWORD):
        assert soon(lambda: mailbox.in_folder(ASIDE))
    [(_content, flags)] = mailbox.in_folder(ASIDE)
    assert r"\Seen" not in flags
    assert not inbox.kept


def test_what_is_too_large_is_put_aside(mailbox, inbox, settings):
    settings.MOST_INCOMING_BYTES = 1000
    mailbox.put(written("x" * 5000).as_bytes())
    with fetching(inbox, mailbox.url, PASSWORD):
        assert soon(lambda: mailbox.in_folder(ASIDE))
    assert not inbox.kept


def test_with_a_full_disk_it_stays_where_it_is(mailbox, inbox):
    inbox.fails = 1
    mailbox.put(written().as_bytes())
    listening = fetching(inbox, mailbox.url, PASSWORD)
    with listening:
        assert soon(lambda: inbox.fails == 0 and listening._work.done())
    assert isinstance(listening.error, OSError)
    [(_content, flags)] = mailbox.in_folder("INBOX")
    assert r"\Seen" not in flags
    with fetching(inbox, mailbox.url, PASSWORD):
        assert soon(lambda: mailbox.in_folder(DONE))
    assert len(inbox.kept) == 1


def test_the_wrong_password_is_an_error(mailbox, inbox):
    listening = fetching(inbox, mailbox.url, "fout")
    with listening:
        assert soon(lambda: listening._work.done())
    assert listening.error is not None


def test_what_was_handled_is_deleted_after_a_week(mailbox, inbox):
    with mailbox.client() as client:
        client.create(f'"{DONE}"')
        client.append(f'"{DONE}"', "", imaplib.Time2Internaldate(1_700_000_000), b"Subject: old\r\n\r\n")
    mailbox.put(written().as_bytes())
    with fetching(inbox, mailbox.url, PASSWORD):
        assert soon(lambda: [one for one, _ in mailbox.in_folder(DONE)] == [written().as_bytes()])


def test_a_server_with_another_separator(inbox):
    with MailboxServer(separator=".") as mailbox:
        mailbox.put(written().as_bytes())
        with fetching(inbox, mailbox.url, PASSWORD):
            assert soon(lambda: mailbox.in_folder("Buurtwacht.Verwerkt"))


def test_a_sound_certificate_is_asked_for(inbox, certificate, monkeypatch):
    with MailboxServer(certificate=certificate) as mailbox:
        mailbox.put(written().as_bytes())
        listening = fetching(inbox, mailbox.tls_url, PASSWORD)
        with listening:
            assert soon(lambda: listening._work.done())
        assert isinstance(listening.error, ssl.SSLCertVerificationError)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        with fetching(inbox, mailbox.tls_url, PASSWORD):
            mailbox.put(written(message_id="<twee@voorbeeld.example>").as_bytes())
            assert soon(lambda: len(mailbox.in_folder(DONE)) == 2)
    assert len(inbox.kept) == 2


def test_it_ends_at_once_when_it_is_told_to(mailbox, inbox):
    with fetching(inbox, mailbox.url, PASSWORD) as listening:
        mailbox.put(written(to=reply_address(REFERENCE)).as_bytes())
        assert soon(lambda: inbox.kept)
    assert listening.error is None
