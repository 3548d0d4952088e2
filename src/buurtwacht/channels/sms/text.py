# SPDX-License-Identifier: EUPL-1.2
"""A message as a text message: the emergency line first, then what happens, then the link, in the room there is."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message, Urgency

from .alphabet import written_plainly
from .segments import segments

EMERGENCY_NUMBER = "112"  # reaches every emergency service in the whole European Union
MOST: dict[Urgency, int] = {"alarm": 3, "update": 2, "notice": 2, "digest": 1}  # messages for one text
MOST_SAID = 6  # for our turn in a conversation: its choices stand at the end, and must not be cut
CUT = "..."


def text_of(message: Message) -> str:
    """What the phone shows. What does not fit is cut from the story, between words; the link is never cut."""
    if message.said:
        return _said(message)
    most = MOST[message.urgency]
    head, body = _head(message), " ".join(message.body.split())
    whole = _joined(head, body, message.url)
    if segments(whole) <= most:
        return whole
    return _longest(head, body, message.url, most) or _longest("", head, message.url, most) or message.url


def _said(message: Message) -> str:
    """Our turn in a conversation, as it stands; of what is far too long the end stays, with the choices."""
    lines = written_plainly(message.body).split("\n")
    while len(lines) > 1 and segments("\n".join(lines)) > MOST_SAID:
        del lines[0]
    text = "\n".join(lines)
    while segments(text) > MOST_SAID:
        text = text[: len(text) * 9 // 10].rstrip() + CUT
    return text


def _longest(head: str, body: str, url: str, most: int) -> str:
    """As many words of the body as fit; nothing when not one does."""
    words = body.split()
    fitting, too_many = 0, len(words)
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        fits = segments(_joined(head, _begun(words, middle), url)) <= most
        fitting, too_many = (middle, too_many) if fits else (fitting, middle)
    text = _joined(head, _begun(words, fitting), url)
    return text if segments(text) <= most else ""


def _begun(words: list[str], count: int) -> str:
    return " ".join(words[:count]).rstrip(".,;:") + CUT if count else ""


def _head(message: Message) -> str:
    """The title; before it the emergency line, where the title does not say itself that somebody called."""
    title = " ".join(message.title.split())
    if message.maybe_double:
        with translation.override(message.language):
            title = f"{title} ({_('perhaps a second time')})"
    if title.casefold() == settings.SMS_FROM.casefold():
        title = ""  # the phone shows the sender already
    number = str(message.extra.get("emergency_number", EMERGENCY_NUMBER))
    if message.urgency != "alarm" or title.startswith(number):
        return title
    with translation.override(message.language):
        danger = _("In immediate danger? Call %(number)s.") % {"number": number}
    return _joined(str(message.extra.get("mail", {}).get("emergency_line") or danger), title, "")


def _joined(*lines: str) -> str:
    return written_plainly("\n".join(line for line in lines if line))
