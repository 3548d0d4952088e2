# SPDX-License-Identifier: EUPL-1.2
"""A provider that speaks as Twilio does: https://www.twilio.com/docs/messaging/api/message-resource."""

import re
from collections.abc import Iterable
from typing import Literal

from django.conf import settings

from buurtwacht.channels import twilio
from buurtwacht.channels.answers import Answer
from buurtwacht.channels.asking import Request
from buurtwacht.channels.base import Receipt
from buurtwacht.channels.inbound import Event, Heard, Progress, Raw, Receiver, Reply

from .driver import AskingDriver, Text, own_number
from .numbers import sender_in

STATES: dict[str, Literal["shown", "seen", "failed"]] = {
    "delivered": "shown",
    "read": "seen",
    "undelivered": "failed",
    "failed": "failed",
}
NO_ANSWER = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'
SERVICE = re.compile(r"MG[0-9a-f]{32}")
SENDER = re.compile(r"\+\d{3,15}|\d{3,6}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")
LONGEST_VALID = 36_000  # seconds that they take
BECAME = "stand"  # where receipts come: /kanaal/sms/stand/<our name>


class TwilioReceiver(Receiver):
    kind = "sms"

    def greet(self, raw: Raw) -> Reply:
        twilio.check_signature(self.kind, raw)
        return Reply(body=NO_ANSWER, content_type=twilio.XML)

    def read(self, raw: Raw) -> Iterable[Event]:
        form, at = twilio.form_in(raw), twilio.moment(raw)
        name = form.get("MessageSid") or form.get("SmsSid", "")
        place, _, reference = raw.rest.partition("/")
        if not name:
            return []
        if place == BECAME:
            state = STATES.get(form.get("MessageStatus", ""))
            code = form.get("ErrorCode", "")
            reason = code if code.isdigit() else ""
            return [Progress(state=state, at=at, provider_id=name, reference=reference, reason=reason)] if state else []
        sender = sender_in(form.get("From", ""))
        return [Heard(id=name, sender=sender, at=at, text=form.get("Body", ""))] if sender else []


class TwilioDriver(AskingDriver):
    receiver = TwilioReceiver

    def request(self, text: Text) -> Request:
        sender = "MessagingServiceSid" if SERVICE.fullmatch(settings.SMS_FROM) else "From"
        pairs = [
            ("To", text.number),
            (sender, settings.SMS_FROM),
            ("Body", text.words),
            ("ValidityPeriod", str(max(1, min(text.ttl, LONGEST_VALID)))),
            ("StatusCallback", twilio.address("sms", f"{BECAME}/{text.reference}" if text.reference else BECAME)),
        ]
        return Request("POST", twilio.resource("Messages"), twilio.headers(), twilio.body_of(pairs))

    def read(self, answer: Answer, body: bytes) -> Receipt:
        return Receipt(twilio.name_in(answer, body))

    def hears_at(self) -> str:
        return own_number()

    def problems(self) -> list[str]:
        found = twilio.problems()
        if not SENDER.fullmatch(settings.SMS_FROM) and not SERVICE.fullmatch(settings.SMS_FROM):
            found.append("BUURTWACHT_SMS_FROM must be +number, a name of at most 11 letters and digits, or MG….")
        return found
