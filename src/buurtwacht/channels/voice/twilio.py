# SPDX-License-Identifier: EUPL-1.2
"""A provider that calls as Twilio does: https://www.twilio.com/docs/voice/api/call-resource.

It tells us three things, each at an address of its own: which key was pressed, who or what answered, how it ended.
"""

import re
from collections.abc import Iterable
from typing import Literal

from django.conf import settings

from buurtwacht.channels import twilio
from buurtwacht.channels.answers import Answer
from buurtwacht.channels.asking import Request
from buurtwacht.channels.base import Receipt
from buurtwacht.channels.inbound import Event, Heard, Progress, Raw, Receiver, Refused, Reply

from . import twiml
from .driver import Call, Driver
from .script import thanks

KEY, ANSWERED, ENDED = "toets", "opgenomen", "stand"
NOT_REACHED = frozenset({"busy", "no-answer", "failed", "canceled"})
NOBODY = "-"  # stands for a name that we did not give
NUMBER = re.compile(r"\+\d{6,15}")
State = Literal["shown", "seen", "failed"]
EMPTY = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'


class TwilioReceiver(Receiver):
    kind = "voice"

    def greet(self, raw: Raw) -> Reply:
        twilio.check_signature(self.kind, raw)
        place, *rest = raw.rest.split("/")
        if place == KEY and len(rest) == 3:
            words = thanks(_answer(twilio.form_in(raw), rest[2]), rest[1])
            return Reply(body=twiml.answer(words, rest[1]), content_type=twilio.XML)
        if place in (ANSWERED, ENDED):
            return Reply(body=EMPTY, content_type=twilio.XML)
        raise Refused("we call nobody from this address")

    def read(self, raw: Raw) -> Iterable[Event]:
        form = twilio.form_in(raw)
        place, *rest = raw.rest.split("/")
        name, reference = form.get("CallSid", ""), rest[0] if rest and rest[0] != NOBODY else ""
        if not name:
            return []
        told = Told(form, name, reference, raw)
        if place == KEY and len(rest) == 3:
            return told.key(_answer(form, rest[2]))
        return told.answered() if place == ANSWERED else told.ended() if place == ENDED else []


class Told:
    """One thing that the provider tells about a call."""

    def __init__(self, form: dict[str, str], name: str, reference: str, raw: Raw) -> None:
        self._form, self._name, self._reference = form, name, reference
        self._at = twilio.moment(raw)

    def key(self, answer: str) -> list[Event]:
        """Whoever pressed a key heard it; what the key means is their answer."""
        if not answer:
            return [self._became("shown")] if self._form.get("Digits") else []
        number = self._form.get("To", "")
        said = Heard(id=f"{self._name}:{answer}", sender=number, at=self._at, choice=answer, answer_to=self._name)
        return [self._became("seen"), said] if NUMBER.fullmatch(number) else [self._became("seen")]

    def answered(self) -> list[Event]:
        """A machine is nobody: the next way is tried. What it could not tell is no news."""
        by = self._form.get("AnsweredBy", "")
        if by == "human":
            return [self._became("shown")]
        return [self._became("failed", "machine")] if by.startswith(("machine", "fax")) else []

    def ended(self) -> list[Event]:
        status = self._form.get("CallStatus", "")
        return [self._became("failed", status)] if status in NOT_REACHED else []

    def _became(self, state: State, reason: str = "") -> Progress:
        return Progress(state=state, at=self._at, provider_id=self._name, reference=self._reference, reason=reason)


class TwilioDriver(Driver):
    receiver = TwilioReceiver

    def request(self, call: Call) -> Request:
        reference = call.reference or NOBODY
        answers = ".".join(call.script.answers)
        key_address = twilio.address("voice", f"{KEY}/{reference}/{call.script.language}/{answers}")
        pairs = [
            ("To", call.number),
            ("From", settings.VOICE_FROM),
            ("Twiml", twiml.call(call.script, key_address)),
            ("Timeout", str(settings.VOICE_RING_SECONDS)),
            ("StatusCallback", twilio.address("voice", f"{ENDED}/{reference}")),
            ("MachineDetection", "Enable"),
            ("AsyncAmd", "true"),  # a person does not have to wait for what it finds
            ("AsyncAmdStatusCallback", twilio.address("voice", f"{ANSWERED}/{reference}")),
        ]
        return Request("POST", twilio.resource("Calls"), twilio.headers(), twilio.body_of(pairs))

    def read(self, answer: Answer, body: bytes) -> Receipt:
        return Receipt(twilio.name_in(answer, body))

    def problems(self) -> list[str]:
        found = twilio.problems()
        if not NUMBER.fullmatch(settings.VOICE_FROM):
            found.append("BUURTWACHT_VOICE_FROM must be a telephone number such as +31201234567.")
        return found


def _answer(form: dict[str, str], answers: str) -> str:
    """The id of the answer on the key that was pressed; nothing for another key."""
    digit, ids = form.get("Digits", ""), answers.split(".")
    return ids[int(digit) - 1] if digit.isascii() and digit.isdigit() and 1 <= int(digit) <= len(ids) else ""
