# SPDX-License-Identifier: EUPL-1.2
"""The small units of SMPP, and how to cut a stream in units (SMPP 3.4, chapters 3 to 5). Pure."""

import struct
from dataclasses import dataclass
from enum import IntEnum

HEADER = struct.Struct(">IIII")  # length, command, status, number
LONGEST = 70_000  # a payload of 64 kB and some fields; more is no SMPP
ANSWER = 0x80000000
VERSION = 0x34


class Command(IntEnum):
    GENERIC_NACK = 0x80000000
    BIND_TRANSMITTER = 0x00000002
    BIND_TRANSCEIVER = 0x00000009
    SUBMIT_SM = 0x00000004
    DELIVER_SM = 0x00000005
    UNBIND = 0x00000006
    ENQUIRE_LINK = 0x00000015
    ALERT_NOTIFICATION = 0x00000102


class Tag(IntEnum):
    """Optional fields; section 5.3.2."""

    RECEIPTED_MESSAGE_ID = 0x001E
    PART_OF_TEXT = 0x020C
    PARTS = 0x020E
    PART = 0x020F
    MESSAGE_PAYLOAD = 0x0424
    MESSAGE_STATE = 0x0427


class Status(IntEnum):
    """Those that mean something to us; section 5.1.3."""

    OK = 0x00
    INVALID_COMMAND = 0x03
    ALREADY_BOUND = 0x05
    SYSTEM_ERROR = 0x08
    WRONG_DESTINATION = 0x0B
    BIND_FAILED = 0x0D
    WRONG_PASSWORD = 0x0E
    WRONG_SYSTEM_ID = 0x0F
    QUEUE_FULL = 0x14
    THROTTLED = 0x58
    NOT_NOW = 0x64  # ESME receiver temporary error: they keep it and come again


REFUSED = frozenset({Status.BIND_FAILED, Status.WRONG_PASSWORD, Status.WRONG_SYSTEM_ID})


@dataclass(frozen=True, slots=True)
class Unit:
    command: int
    status: int
    number: int
    body: bytes = b""

    def encode(self) -> bytes:
        return HEADER.pack(16 + len(self.body), self.command, self.status, self.number) + self.body


def bind(command: int, number: int, system_id: str, password: str, system_type: str) -> Unit:
    """Ask for both directions, or only to send. Fields end with a zero byte, none longer than section 4.1.5 allows."""
    fields = (system_id[:15], password[:8], system_type[:12])
    body = b"".join(field.encode("latin-1", "replace") + b"\0" for field in fields)
    return Unit(command, 0, number, body + bytes((VERSION, 0, 0)) + b"\0")


def answer_to(unit: Unit, status: int = Status.OK) -> Unit:
    """`deliver_sm_resp` has an empty name of a message in it; the other answers that we give have no body."""
    body = b"\0" if unit.command == Command.DELIVER_SM else b""
    return Unit(unit.command | ANSWER, status, unit.number, body)


def text_in(body: bytes) -> str:
    """The first field of an answer: the name of a message, or of the other side."""
    return body.partition(b"\0")[0].decode("latin-1")
