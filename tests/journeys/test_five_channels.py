# SPDX-License-Identifier: EUPL-1.2
"""One report, told by five neighbours over five channels, in one thread. Nobody sees the number of anybody."""

import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.alerts.queries import reach
from buurtwacht.channels.matrix.receiver import MatrixReceiver
from buurtwacht.channels.matrix.registration import registration
from buurtwacht.channels.whatsapp.forms import forms
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.models import Incoming
from buurtwacht.delivery.now import deliver_now
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import begin_connecting
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.queries import thread_of
from buurtwacht.testing.cast import Cast, add_contact_point, join
from buurtwacht.testing.peers.mail_server import MailServer
from buurtwacht.testing.peers.synapse import SERVER_NAME, Synapse
from buurtwacht.testing.peers.telegram import BOT, TOKEN, Telegram
from buurtwacht.testing.peers.twilio import ACCOUNT, TwilioLike
from buurtwacht.testing.peers.twilio import TOKEN as TWILIO_TOKEN
from buurtwacht.testing.peers.webhook import Webhook
from buurtwacht.testing.peers.whatsapp import Template, WhatsApp

from .telephones import MAIL_SECRET, SITE, Mailbox, MatrixPhone, SmsPhone, TelegramPhone, WhatsAppPhone

pytestmark = pytest.mark.peer

KINDS = ("whatsapp.channel.WhatsAppChannel", "sms.channel.SmsChannel", "email.channel.EmailChannel")
KINDS += ("telegram.channel.TelegramChannel", "matrix.channel.MatrixChannel")
PATIENCE = 120  # seconds; the machine that tests may be a slow one
TELEGRAM_SECRET = "a-secret-of-ours"
AS_TOKEN, HS_TOKEN = "a" * 40, "h" * 40


@pytest.fixture
def whatsapp(settings) -> Iterator[WhatsApp]:
    with WhatsApp() as meta:
        meta.clock.stop()
        settings.WHATSAPP_URL, settings.WHATSAPP_TOKEN, settings.WHATSAPP_NUMBER = (
            meta.graph,
            meta.token,
            "+31201234567",
        )
        settings.WHATSAPP_PHONE_ID, settings.WHATSAPP_WABA_ID = meta.phone_id, meta.waba_id
        settings.WHATSAPP_APP_SECRET, settings.WHATSAPP_VERIFY_TOKEN = meta.app_secret, meta.verify_token
        for number, form in enumerate(forms().values()):
            for language in form.wordings:
                wanted = form.submission(language)
                meta.keep(
                    Template(
                        f"{number}{language}", wanted["name"], language, wanted["category"], wanted["components"],
                        lifetime=wanted["message_send_ttl_seconds"],
                    )
                )  # fmt: skip
        yield meta


@pytest.fixture
def sms(settings) -> Iterator[TwilioLike]:
    with TwilioLike() as provider:
        settings.SMS_DRIVER, settings.SMS_FROM = "twilio", "+3197010123456"
        settings.TWILIO_URL, settings.TWILIO_ACCOUNT, settings.TWILIO_TOKEN = provider.url, ACCOUNT, TWILIO_TOKEN
        yield provider


@pytest.fixture
def mail(settings) -> Iterator[MailServer]:
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.MAIL_REPLY, settings.MAIL_WEBHOOK_SECRET = "m@antwoord.voorbeeld.example", MAIL_SECRET
        yield server


@pytest.fixture
def telegram(settings) -> Iterator[Telegram]:
    with Telegram() as peer:
        settings.TELEGRAM_URL, settings.TELEGRAM_TOKEN = peer.url, TOKEN
        settings.TELEGRAM_BOT, settings.TELEGRAM_SECRET = BOT, TELEGRAM_SECRET
        yield peer


@pytest.fixture
def matrix(settings, tmp_path) -> Iterator[SimpleNamespace]:
    ours = {"MATRIX_SERVER_NAME": SERVER_NAME, "MATRIX_AS_TOKEN": AS_TOKEN, "MATRIX_HS_TOKEN": HS_TOKEN}
    with override_settings(MATRIX_URL="http://127.0.0.1:9", **ours), Webhook(MatrixReceiver, "/kanaal/matrix") as hook:
        with override_settings(SITE_URL=hook.url.replace("localhost", "127.0.0.1")):
            wanted = registration(AS_TOKEN, HS_TOKEN)
        with Synapse(tmp_path, [wanted]) as synapse:
            settings.MATRIX_URL = synapse.url
            for name, value in ours.items():
                setattr(settings, name, value)
            yield SimpleNamespace(account=synapse.person("chantal"), webhook=hook)


@pytest.fixture
def street(settings, cast: Cast, client: Client, whatsapp, sms, mail, telegram, matrix) -> SimpleNamespace:
    """Bram by WhatsApp, Anna by text message, Gerrit by mail, Farid by Telegram, Chantal by Matrix: nothing else."""
    settings.SITE_URL = SITE
    settings.CHANNELS = [f"buurtwacht.channels.{kind}" for kind in KINDS]
    ContactPoint.objects.all().delete()
    for person, home in ((cast.farid, "Lijsterstraat"), (cast.chantal, "Mezenlaan")):
        person.memberships.update(left_at=timezone.now())
        join(cast.group, person, street=home)
    add_contact_point(cast.gerrit, "email", cast.gerrit.email)
    add_contact_point(cast.chantal, "matrix", matrix.account.id)
    return SimpleNamespace(
        bram=WhatsAppPhone(whatsapp.user("+31612345678", "Bram"), whatsapp, client),
        anna=SmsPhone("+31687654321", sms, client),
        gerrit=Mailbox(cast.gerrit.email, mail, client),
        farid=TelegramPhone(telegram.user(), client, TELEGRAM_SECRET),
        chantal=MatrixPhone(matrix.account, matrix.webhook),
    )


def work() -> None:
    """All that waits: what came in, what follows from it, and what goes out."""
    for _round in range(3):
        while Incoming.objects.filter(due_at__lte=timezone.now()).exists():
            handle_incoming()
        handle_due_lines()
        deliver_now()


def said(phone, text: str) -> str:
    phone.says(text)
    work()
    return phone.hears()


def in_the_end(phone, words: str) -> str:
    """What a phone heard until it heard this: some providers want us to wait a second between two messages."""
    heard, deadline = phone.hears(), time.monotonic() + PATIENCE
    while words not in heard and time.monotonic() < deadline:
        time.sleep(0.2)
        work()
        heard += phone.hears()
    return heard


def test_one_report_over_five_channels(street, cast):
    # Three of them connect their telephones with a code, as the page of the phone says.
    for person, phone, kind in (
        (cast.bram, street.bram, "whatsapp"),
        (cast.anna, street.anna, "sms"),
        (cast.farid, street.farid, "telegram"),
    ):
        code = begin_connecting(person, kind).code
        street.farid.user.chat.began = True
        assert person.first_name in said(phone, code), kind

    # Bram calls, and tells it all in one message.
    preview = said(street.bram, "112 gebeld, man voelt aan deuren Merelweg 12, donkere jas")
    assert "Man voelt aan deuren" in preview
    assert not Report.objects.exists()
    said(street.bram, "1")
    report = Report.objects.get()

    # Each of the others hears it where they are.
    assert "voelt aan deuren" in street.anna.hears()
    assert "voelt aan deuren" in street.gerrit.hears()
    assert "voelt aan deuren" in street.farid.hears()
    street.chantal.joins()
    assert "voelt aan deuren" in street.chantal.hears()

    # And each adds what they can.
    said(street.anna, "gezien")
    said(street.gerrit, "Ik zie hem ook, hij loopt richting het park")
    said(street.farid, "witte bestelbus, kenteken V-38-XB")
    said(street.chantal, "politie is er")

    entries = list(report.entries.order_by("sequence"))
    assert [(entry.kind, entry.author.first_name) for entry in entries] == [
        (Entry.Kind.SHARED, "Bram"),
        (Entry.Kind.SIGHTING, "Gerrit"),
        (Entry.Kind.VEHICLE, "Farid"),
        (Entry.Kind.POLICE_ON_SITE, "Chantal"),
    ]
    assert Acknowledgement.objects.get(report=report).answer == "seen"
    assert reach(report).seen == 4

    # Bram reads it all, with streets and no numbers.
    told = street.bram.hears()
    assert "Richting het park" in told
    thread = "\n".join(f"{line.who} {line.headline} {line.text}" for line in thread_of(report).lines)
    for secret in ("+316", "31612345678", "@voorbeeld", "7001", "@chantal"):
        assert secret not in told + thread

    # It was the window cleaner: Bram ends it, and all hear so.
    said(street.bram, "vals alarm")
    said(street.bram, "1")
    report.refresh_from_db()
    assert report.close_reason == "false_alarm"
    for phone in (street.anna, street.gerrit, street.farid, street.chantal):
        assert "oos alarm" in in_the_end(phone, "oos alarm")
