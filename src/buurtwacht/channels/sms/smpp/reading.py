# SPDX-License-Identifier: EUPL-1.2
"""What stands in a `deliver_sm`: words of somebody, or what became of a message of ours (appendix B). Pure."""

import re
from dataclasses import dataclass
from typing import Literal

import smpp34

from .coding import HEADER_FOLLOWS, Part, decoded, parted
from .pdu import Tag

RECEIPT = 0x04  # in esm_class
KINDS = 0x3C  # the bits of esm_class that tell a receipt from a message
State = Literal["shown", "failed", ""]
BY_NUMBER: dict[int, State] = {2: "shown", 3: "failed", 4: "failed", 5: "failed", 8: "failed"}
BY_NAME: dict[str, State] = {
    "DELIVRD": "shown",
    "UNDELIV": "failed",
    "EXPIRED": "failed",
    "DELETED": "failed",
    "REJECTD": "failed",
}
_FIELD = re.compile(r"\b(id|stat|err):\s*([^\s]{1,64})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A message of somebody, or a part of one."""

    sender: str
    data: bytes
    coding: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Became:
    """A receipt. `state` is empty while nothing is certain."""

    name: str
    state: State
    reason: str


def read(unit: bytes) -> Said | Became | None:
    """None for what is neither, such as a phone that says it is on again."""
    try:
        found = smpp34.decode(unit)
    except smpp34.SmppError:
        return None
    if not isinstance(found, smpp34.DeliverSm):
        return None
    kind = found.esm_class & KINDS
    if kind == RECEIPT:
        return _became(found)
    return None if kind else _said(found)


def _said(found: smpp34.DeliverSm) -> Said:
    extra = _extra(found)
    data = found.short_message or extra.get(Tag.MESSAGE_PAYLOAD, b"")
    part = None
    if found.esm_class & HEADER_FOLLOWS:
        data, part = parted(data)
    elif Tag.PARTS in extra:
        tags = (Tag.PART_OF_TEXT, Tag.PARTS, Tag.PART)
        part = Part(*(int.from_bytes(extra.get(tag, b"")) for tag in tags))
    is_one = part is None or not 1 <= part.number <= part.of
    return Said(found.source_addr, data, found.data_coding, None if is_one else part)


def _became(found: smpp34.DeliverSm) -> Became:
    extra = _extra(found)
    text = decoded(found.short_message or extra.get(Tag.MESSAGE_PAYLOAD, b""), 0x03, "latin1") or ""
    fields = {name.lower(): value for name, value in reversed(_FIELD.findall(text))}
    name = extra.get(Tag.RECEIPTED_MESSAGE_ID, b"").rstrip(b"\0").decode("latin-1") or fields.get("id", "")
    stat = fields.get("stat", "").upper()
    number = int.from_bytes(extra.get(Tag.MESSAGE_STATE, b""))
    state = BY_NUMBER.get(number) or BY_NAME.get(stat, "")
    error = fields.get("err", "")
    reason = f"{stat if stat.isalpha() else number} {error if error.isalnum() else ''}".strip()[:40]
    return Became(name, state, "" if state == "shown" else reason)


def _extra(found: smpp34.DeliverSm) -> dict[int, bytes]:
    return {tlv.tag: tlv.value for tlv in found.tlvs}
