# SPDX-License-Identifier: EUPL-1.2
"""What one mail says to us."""

import hashlib
from datetime import datetime
from email.message import EmailMessage

import structlog

from buurtwacht.channels.email.addresses import Named, named_in
from buurtwacht.channels.email.identifiers import is_ours
from buurtwacht.channels.inbound import Event, Heard

from .automatic import is_automatic, sender_of
from .bounces import came_back
from .opening import as_sent, content_of, header, parts_of
from .photos import photos_in
from .words import words_of

log = structlog.get_logger(__name__)

# Where the address is found at which a mail arrived; the ones that mail servers write stand in front.
RECIPIENTS = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc", "Resent-To")
LONGEST_NAME = 250


def events_of(mail: EmailMessage, at: datetime, *, to: str = "", return_path: str | None = None) -> list[Event]:
    """At most one thing. `to` and `return_path` stood on the envelope, where that is known.

    Who has no token is nobody: a sender can be made up, and whoever we answered on that ground could be a stranger.
    """
    named = _named(mail, to)
    if return_path is None and "Return-Path" in mail:
        return_path = header(mail, "Return-Path")
    if named is None:
        log.info("mail.without_token")
        return []
    if named.purpose == "bounce":
        return list(came_back(mail, named.reference, return_path, at))
    if is_automatic(mail, return_path):
        log.info("mail.automatic", delivery=named.reference)
        return []
    return [_heard(mail, named, at)]


def _heard(mail: EmailMessage, named: Named, at: datetime) -> Heard:
    answered = header(mail, "In-Reply-To")
    return Heard(
        id=_name(mail),
        sender=sender_of(mail),
        at=at,
        text=words_of(mail),
        media=photos_in(mail),
        answer_to=answered if is_ours(answered) else "",
        token=named.reference,
    )


def _named(mail: EmailMessage, to: str) -> Named | None:
    if to:
        return next(iter(named_in(to)), None)
    for name in RECIPIENTS:
        for value in as_sent(mail, name):
            if found := named_in(value) or (named_in(header(mail, name)) if "=?" in value else []):
                return found[0]
    return None


def _name(mail: EmailMessage) -> str:
    """Its Message-ID, which is the same when it comes twice; else a hash of all that is in it."""
    name = header(mail, "Message-ID")
    if name.startswith("<") and name.endswith(">") and len(name) <= LONGEST_NAME and " " not in name:
        return name
    mark = hashlib.sha256(repr(list(mail.raw_items())).encode("utf-8", "replace"))
    for part in parts_of(mail):
        mark.update(content_of(part))
    return mark.hexdigest()
