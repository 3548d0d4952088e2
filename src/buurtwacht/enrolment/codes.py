# SPDX-License-Identifier: EUPL-1.2
"""Codes of six digits that prove an address. Pure: what a code is, how long it works, and what a try comes to."""

import hmac
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypedDict

from django.utils.translation import gettext as _

DIGITS = 6
WORKS_FOR = timedelta(minutes=30)
MOST_TRIES = 5
BETWEEN_SENDS = timedelta(minutes=1)


class Sent(TypedDict):
    """A code as it is kept, encrypted. Without `code` no try is ever right: a decoy."""

    code: str
    sent_at: str  # ISO 8601
    tries: int


class Answer(StrEnum):
    """What trying a code comes to."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_LATE = "too_late"
    TOO_OFTEN = "too_often"


def fresh(now: datetime) -> Sent:
    """A new code, that nobody can guess."""
    return Sent(code=f"{secrets.randbelow(10**DIGITS):0{DIGITS}}", sent_at=now.isoformat(), tries=0)


def decoy(now: datetime) -> Sent:
    """What looks like a code that was sent, for an address that gets another mail instead."""
    return Sent(code="", sent_at=now.isoformat(), tries=0)


def answer_to(sent: Sent | None, typed: str, now: datetime) -> Answer:
    """What this try comes to. It takes as long for a wrong code as for the right one."""
    if sent is None or now - datetime.fromisoformat(sent["sent_at"]) > WORKS_FOR:
        return Answer.TOO_LATE
    if sent["tries"] >= MOST_TRIES:
        return Answer.TOO_OFTEN
    is_right = hmac.compare_digest(sent["code"].encode(), digits_of(typed).encode())
    return Answer.RIGHT if is_right and sent["code"] else Answer.WRONG


def words_for(answer: Answer) -> str:
    """What is wrong with a code, for who typed it. The same for a code that was never sent."""
    if answer is Answer.TOO_LATE:
        return _("This code is too old. Ask for a new one.")
    if answer is Answer.TOO_OFTEN:
        return _("That was too often for this code. Ask for a new one.")
    return _("This code is not right. Look at the newest message and type the code again.")


def after_a_try(sent: Sent) -> Sent:
    """The same code, with one try more behind it."""
    return Sent(code=sent["code"], sent_at=sent["sent_at"], tries=sent["tries"] + 1)


def may_send_again(sent: Sent | None, now: datetime) -> bool:
    """Not twice within a minute: the first mail may still be on its way."""
    return sent is None or now - datetime.fromisoformat(sent["sent_at"]) >= BETWEEN_SENDS


def digits_of(typed: str) -> str:
    """What somebody typed, without spaces and dashes."""
    return "".join(sign for sign in typed if sign.isascii() and sign.isalnum())[: DIGITS + 1]
