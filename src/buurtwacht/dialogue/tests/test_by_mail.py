# SPDX-License-Identifier: EUPL-1.2
"""An alert by mail is answered by mail: a real mail server on the way out, a real mail client on the way in."""

import smtplib
from collections.abc import Callable, Iterator
from email.message import EmailMessage

import pytest

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.channels.email.tests.listening import Inbox, door
from buurtwacht.channels.email.tests.written import came_back, handed
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.inbox.storing import keep
from buurtwacht.delivery.now import deliver_now
from buurtwacht.dialogue.models import Turn
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint
from buurtwacht.reports.models import Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import add_contact_point
from buurtwacht.testing.peers.mail_server import MailServer

GERRIT = "gerrit@voorbeeld.example"
Answer = Callable[..., None]


@pytest.fixture
def server(settings) -> Iterator[MailServer]:
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.MAIL_REPLY, settings.MAIL_BOUNCE = "m@antwoord.voorbeeld.example", "b@antwoord.voorbeeld.example"
        yield server


@pytest.fixture
def report(server, group, bram, gerrit) -> Report:
    """Gerrit has only mail."""
    ContactPoint.objects.filter(person=gerrit).delete()
    add_contact_point(gerrit, "email", GERRIT)
    report = make_report(group, bram)
    work()
    return report


def work() -> None:
    handle_due_lines()
    deliver_now()


@pytest.fixture
def alert(report, server) -> EmailMessage:
    [letter] = server.letters_to(GERRIT)
    return letter


@pytest.fixture
def answer(alert) -> Answer:
    """Answer the alert as a mail program does."""

    def send(text: str, *, sender: str = GERRIT, name: str = "<antwoord@voorbeeld.example>") -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Message-ID"] = sender, alert["reply-to"], name
        mail["Subject"], mail["In-Reply-To"] = f"Re: {alert['subject']}", alert["message-id"]
        quoted = "\n".join(f"> {line}" for line in alert.get_body(("plain",)).get_content().splitlines())
        mail.set_content(f"{text}\n\nOp zo 22 nov 2026 om 21:16 schreef {alert['from']}:\n\n{quoted}\n")
        inbox = Inbox()
        with door(inbox) as at, smtplib.LMTP("127.0.0.1", at.port) as client:
            client.sendmail(sender, [alert["reply-to"]], mail.as_bytes())
        keep("email", inbox.kept[0])
        handle_incoming()
        work()

    return send


def test_seen_is_counted_and_confirmed_below_the_same_letter(report, gerrit, answer, server):
    answer("Gezien")
    assert Acknowledgement.objects.get(report=report, person=gerrit).answer == "seen"
    confirmation = server.letters_to(GERRIT)[-1]
    assert confirmation["in-reply-to"] == "<antwoord@voorbeeld.example>"
    assert confirmation["reply-to"]


def test_what_somebody_sees_goes_into_the_thread_without_the_letter_below_it(report, gerrit, answer):
    answer("Ik zie hem, loopt richting park")
    entry = report.entries.order_by("sequence").last()
    assert entry.author == gerrit
    assert "richting park" in str(entry.content)
    assert "schreef" not in str(entry.content)


def test_twice_is_heard_once(report, answer):
    answer("Ik zie hem, loopt richting park")
    answer("Ik zie hem, loopt richting park")
    assert report.entries.count() == 2


def test_another_sender_changes_nothing(report, anna, gerrit, answer):
    add_contact_point(anna, "email", "anna@voorbeeld.example")
    answer("Gezien", sender="anna@voorbeeld.example")
    assert list(Acknowledgement.objects.filter(report=report).values_list("person", flat=True)) == [gerrit.pk]


def test_a_letter_that_comes_back_ends_the_address(report, alert, gerrit, server):
    [envelope_sender] = [sender for sender in server.senders if sender.startswith("b+")]
    keep("email", handed(came_back("5.1.1", to=envelope_sender)))
    handle_incoming()
    assert ContactPoint.objects.get(person=gerrit, channel="email").gone_at


def test_an_absence_notice_gets_no_answer(report, alert, server):
    notice = EmailMessage()
    notice["From"], notice["To"], notice["Auto-Submitted"] = GERRIT, alert["reply-to"], "auto-replied"
    notice.set_content("Ik ben er tot maandag niet.")
    inbox = Inbox()
    with door(inbox) as at, smtplib.LMTP("127.0.0.1", at.port) as client:
        client.sendmail("<>", [alert["reply-to"]], notice.as_bytes())
    keep("email", inbox.kept[0])
    handle_incoming()
    work()
    assert not Turn.objects.exists()
    assert len(server.letters_to(GERRIT)) == 1
