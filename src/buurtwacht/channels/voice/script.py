# SPDX-License-Identifier: EUPL-1.2
"""What a call says: the emergency number first, then what happens and where, twice, then which key to press. Pure.

It says no more than the lock screen shows: no descriptions of people, no addresses of web pages.
"""

import re
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message

EMERGENCY_NUMBER = "112"
LONGEST = 500  # characters of one turn: about 35 seconds
SEEN = "seen"  # what is meant by a key where the message offers no answers
MOST_KEYS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """`lines` are said twice; then `keys`, what each key from 1 on is for, if any. `answers` are the ids of these."""

    language: str
    lines: tuple[str, ...]
    keys: tuple[str, ...]
    answers: tuple[str, ...]
    goodbye: str


def script_of(message: Message) -> Script:
    with translation.override(message.language):
        number = str(message.extra.get("emergency_number", EMERGENCY_NUMBER))
        actions = message.actions[:MOST_KEYS]
        answers, titles = tuple(action.id for action in actions), [action.title for action in actions]
        if not actions and _is_alarm(message):
            answers, titles = (SEEN,), [_("Seen")]
        return Script(
            language=message.language,
            lines=tuple(_spoken(line, number) for line in _lines(message, number) if line),
            keys=tuple(_key(at, title) for at, title in enumerate(titles, 1)),
            answers=answers,
            goodbye=_("Goodbye."),
        )


def thanks(answer: str, language: str) -> str:
    """What is said after a key was pressed; `answer` is empty when that key means nothing."""
    with translation.override(language):
        if not answer:
            return _("This key means nothing here. You find the alert in Buurtwacht.")
        return _("Thank you. Your answer has been noted. Stay inside and keep yourself safe.")


def _lines(message: Message, number: str) -> list[str]:
    danger = _("In immediate danger? Call %(number)s.") % {"number": number}
    emergency = str(message.extra.get("mail", {}).get("emergency_line") or danger) if _is_alarm(message) else ""
    hello = _("This is an automatic call from Buurtwacht.")
    again = _("You may have had this call before.") if message.maybe_double else ""
    return [hello, again, emergency, *_news(message)]


def _news(message: Message) -> list[str]:
    """The gist where there is one: it was made to be short. Our turn in a conversation goes as it stands."""
    gist, body = message.gist, _shortened(" ".join(message.body.split()))
    if message.said:
        return [body]
    if gist is None:
        return [_sentence(message.title), body]
    return [_sentence(part) for part in (gist.call, gist.what, gist.where, gist.group)]


def _is_alarm(message: Message) -> bool:
    return message.urgency == "alarm" and not message.said


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition(" ")[0].rstrip(".,;:") + "."


def _sentence(text: str) -> str:
    """With an end, so that the voice pauses."""
    text = _shortened(text.strip())
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _spoken(text: str, number: str) -> str:
    """The number digit by digit; nothing that a voice would spell out, such as the address of a page."""
    without = re.sub(r"https?://\S+", "", text)
    return re.sub(rf"\b{re.escape(number)}\b", " ".join(number), without).strip()


def _key(number: int, title: str) -> str:
    return _("Press %(number)s for: %(answer)s.") % {"number": number, "answer": title}
