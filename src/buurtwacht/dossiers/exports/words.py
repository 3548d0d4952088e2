# SPDX-License-Identifier: EUPL-1.2
"""Why a file was not read, in a sentence for whoever brought it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.errors import DomainError

from .refusals import Reason, Refused

SENTENCES: dict[Reason, Promise] = {
    Reason.EMPTY: _(
        "This file is empty. If advanced chat privacy is on in the group, WhatsApp gives nothing. Ask an administrator "
        "of the group to turn it off, and export again."
    ),
    Reason.NO_CHAT: _("We found no WhatsApp chat in this file. Choose the file that “Export chat” made."),
    Reason.NOT_TEXT: _("We cannot read the letters in this file. Export the chat again, and do not change the file."),
    Reason.DAMAGED: _("This file is damaged or not complete. Export the chat again, and wait until it is finished."),
    Reason.LOCKED: _("This zip file has a password. Export the chat again, without a password."),
    Reason.NESTED: _("In this zip file there is another zip file. Unpack it first, and choose the one inside."),
    Reason.UNSAFE: _("This zip file was not made by WhatsApp: names in it point outside the file. We do not open it."),
    Reason.TOO_LARGE: _("This file is too large to be a chat. Export the chat again, without media."),
    Reason.OTHER_ORDER: _(
        "The dates in this file do not fit that answer: some days would not exist. Choose the other order of day and "
        "month."
    ),
    Reason.NO_ATTACHMENT: _("There is no attachment of that name in this file."),
}


@contextmanager
def told_politely() -> Iterator[None]:
    """What the reader refuses is said to people as a `DomainError`."""
    try:
        yield
    except Refused as refusal:
        raise DomainError(SENTENCES[refusal.reason]) from refusal
