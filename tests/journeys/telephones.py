# SPDX-License-Identifier: EUPL-1.2
"""Five neighbours, each on a channel of their own, with the other side of each channel on this machine."""

import json
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from django.test import Client

from buurtwacht.channels.email.addresses import named_in
from buurtwacht.delivery.inbox.storing import keep
from buurtwacht.testing.peers.mail_server import MailServer
from buurtwacht.testing.peers.synapse import Person as Account
from buurtwacht.testing.peers.telegram.people import User as TelegramUser
from buurtwacht.testing.peers.twilio import TwilioLike, callback
from buurtwacht.testing.peers.webhook import Webhook
from buurtwacht.testing.peers.whatsapp import User as WhatsAppUser
from buurtwacht.testing.peers.whatsapp import WhatsApp

SITE = "https://buurtwacht.example"
MAIL_SECRET = "zeer-geheim-en-lang-genoeg"


@dataclass
class WhatsAppPhone:
    user: WhatsAppUser
    meta: WhatsApp
    client: Client
    read: int = 0

    def says(self, text: str) -> None:
        self.user.says(text)
        self.meta.webhooks.hand_over(self._post)

    def hears(self) -> str:
        fresh, self.read = self.user.inbox[self.read :], len(self.user.inbox)
        return "\n".join(each.text for each in fresh)

    def _post(self, body: bytes, headers: dict[str, str]) -> int:
        kept = {name: value for name, value in headers.items() if name != "Content-Type"}
        answer = self.client.post("/kanaal/whatsapp", body, content_type="application/json", headers=kept)
        return answer.status_code


@dataclass
class SmsPhone:
    number: str
    provider: TwilioLike
    client: Client
    read: int = 0
    said: int = 0

    def says(self, text: str) -> None:
        self.said += 1
        form = {"From": self.number, "To": "+3197010123456", "Body": text, "MessageSid": f"SMin{self.said:028}"}
        sent = callback(f"{SITE}/kanaal/sms", **form)
        kind = "application/x-www-form-urlencoded"
        headers = {"X-Twilio-Signature": sent.signature}
        answer = self.client.post("/kanaal/sms", sent.body, content_type=kind, headers=headers)
        assert answer.status_code < 300

    def hears(self) -> str:
        ours = [asked.form["Body"] for asked in self.provider.asked if asked.form.get("To") == self.number]
        fresh, self.read = ours[self.read :], len(ours)
        return "\n".join(fresh)


@dataclass
class Mailbox:
    address: str
    server: MailServer
    client: Client
    read: int = 0
    reply_to: str = ""
    said: int = 0

    def says(self, text: str) -> None:
        """Answers the newest letter."""
        self.said += 1
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"], mail["Subject"] = self.address, self.reply_to, "Re: 112 gebeld"
        mail["Message-ID"] = f"<antwoord-{self.said}@voorbeeld.example>"
        mail.set_content(text)
        body = json.dumps({"RawEmail": mail.as_string(), "OriginalRecipient": self.reply_to})
        answer = self.client.post(f"/kanaal/email/postmark/{MAIL_SECRET}", body, content_type="application/json")
        assert answer.status_code < 300

    def hears(self) -> str:
        letters = self.server.letters_to(self.address)
        fresh, self.read = letters[self.read :], len(letters)
        for letter in fresh:
            if named_in(str(letter["Reply-To"] or "")):
                self.reply_to = str(letter["Reply-To"])
        return "\n".join(f"{letter['Subject']}\n{_words_of(letter)}" for letter in fresh)


def _words_of(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    return str(part.get_content()) if part else ""


@dataclass
class TelegramPhone:
    user: TelegramUser
    client: Client
    secret: str
    read: int = 0

    def says(self, text: str) -> None:
        self.user.says(text)
        self._knock()

    def taps(self, title: str) -> None:
        self.user.taps(title)
        self._knock()

    def hears(self) -> str:
        messages: list[dict[str, Any]] = self.user.chat.messages
        fresh, self.read = messages[self.read :], len(messages)
        return "\n".join(str(message.get("text", "")) for message in fresh)

    def _knock(self) -> None:
        updates = self.user.telegram.updates
        while updates:
            headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret}
            body = json.dumps(updates.popleft())
            answer = self.client.post("/kanaal/telegram", body, content_type="application/json", headers=headers)
            assert answer.status_code == 200


@dataclass
class MatrixPhone:
    account: Account
    webhook: Webhook
    room: str = ""
    handed: int = 0
    waiting: list[str] = field(default_factory=list)

    def joins(self) -> None:
        """Accepts the invitation to the conversation with us."""
        [self.room] = self.account.invitations(seconds=20)
        self.account.join(self.room)

    def says(self, text: str) -> None:
        self.account.say(self.room, text)
        self.webhook.heard(lambda event: getattr(event, "text", "") == text)
        kept = self.webhook.kept
        for raw in kept[self.handed :]:
            keep("matrix", raw)
        self.handed = len(kept)

    def hears(self, seconds: float = 20.0) -> str:
        return "\n".join(str(each["content"].get("body", "")) for each in self.account.new_in(self.room, seconds))
