# SPDX-License-Identifier: EUPL-1.2
"""From words to the message that a channel carries. Made once per language and lock screen, then addressed."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Action, Gist, Message, Urgency
from buurtwacht.groups.models import WatchGroup

from .words import Words

URGENCIES: tuple[Urgency, ...] = ("alarm", "update", "notice", "digest")
SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What is the same for everybody who gets this news."""

    path: str
    priority: int
    ttl: int
    topic: str
    group: WatchGroup | None = None
    is_loud: bool = False  # sounds although it is no alarm: a test that everybody expects
    answers: tuple[str, ...] = ()  # the silent answers that can be given from the lock screen

    @property
    def url(self) -> str:
        return f"{settings.SITE_URL}{self.path}"


def message_for(words: Words, envelope: Envelope, *, language: str, lock_screen: str) -> Message:
    """The message in the language that is active now, still without an addressee: its receipts lack their token."""
    return Message(
        title=words.title,
        body=words.short if lock_screen == SHORT else words.full,
        url=envelope.url,
        urgency=URGENCIES[envelope.priority],
        topic=envelope.topic,
        ttl=envelope.ttl,
        language=language,
        actions=tuple(Action(answer, _label(answer), envelope.url) for answer in envelope.answers),
        receipt_url=f"{settings.LIVE_URL}/live/receipts?token=",
        sound=envelope.priority == 0 or envelope.is_loud,
        gist=_gist(words, envelope, lock_screen),
        extra=_extra(words, envelope, lock_screen),
    )


def addressed(message: Message, *, name: str, token: str, reference: str, by_mail: bool) -> Message:
    """The same message for one reader: with a slip that says "shown" and "seen", and a greeting in a mail."""
    receipt_url = message.receipt_url + token
    if not by_mail:
        return replace(message, receipt_url=receipt_url, reference=reference)
    mail = message.extra["mail"] | {"name": name}
    return replace(message, receipt_url=receipt_url, reference=reference, extra=message.extra | {"mail": mail})


def topic_of(subject_id: UUID) -> str:
    """32 characters, which is all that a push service takes (RFC 8030, section 5.4)."""
    return subject_id.hex


def _gist(words: Words, envelope: Envelope, lock_screen: str) -> Gist:
    """A form is read on a locked screen too: without what happened and where, for who wants that."""
    gist = words.gist or Gist(kind="note", group=envelope.group.name if envelope.group else "")
    return replace(gist, what="", where="") if lock_screen == SHORT else gist


def _label(answer: str) -> str:
    return _("Seen") if answer == "seen" else _("I watch from home")


def _extra(words: Words, envelope: Envelope, lock_screen: str) -> dict[str, object]:
    """What only mail needs. Its subject is read on a locked screen too."""
    subject = words.title if lock_screen == SHORT else words.subject
    mail = {"subject": subject, "body": words.letter or words.full, "emergency_line": words.emergency_line}
    if envelope.group is None:
        return {"mail": mail}
    group = envelope.group
    return {
        "emergency_number": group.policy.emergency_number,
        "group": group.slug,
        "mail": mail | {"group_name": group.name},
    }
