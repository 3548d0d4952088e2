# SPDX-License-Identifier: EUPL-1.2
"""Why a file is not read. The sentences for people stand in `words`."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a file."""

    EMPTY = "empty"  # also what a group with "advanced chat privacy" may leave behind
    NO_CHAT = "no_chat"
    NOT_TEXT = "not_text"
    DAMAGED = "damaged"
    LOCKED = "locked"
    NESTED = "nested"
    UNSAFE = "unsafe"
    TOO_LARGE = "too_large"
    OTHER_ORDER = "other_order"
    NO_ATTACHMENT = "no_attachment"


class Refused(Exception):
    """This file is not read, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
