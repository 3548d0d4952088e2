# SPDX-License-Identifier: EUPL-1.2
"""A message as Meta wants it: a form outside of the window, free words and buttons inside. Pure."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Action, Gist, Message

from .addresses import recipient
from .forms import Form

Json = dict[str, Any]
EMERGENCY_NUMBER = "112"  # reaches every emergency service in the whole European Union
MOST_TEXT = 4096  # signs, and so on for what follows: the limits of Meta's description of its messages
MOST_STORY, SHORT_STORY = 3000, 600  # of our own news; the short one leaves room for buttons
MOST_BODY = 1024
MOST_BUTTONS, LONGEST_BUTTON = 3, 20
MOST_ROWS, LONGEST_ROW, LONGEST_DESCRIPTION = 10, 24, 72
LONGEST_GAP = 120
LONGEST_ID = 256
MARK = "|"  # between a choice and our name for the message, in what a button gives back
NOWHERE = "mijn/"  # the page for a form of which the message has no page


def form_of(message: Message, address: str, form: Form, language: str) -> Json:
    """The message as a form: its gaps filled from the gist, and nothing else of it."""
    gaps = [{"type": "text", "text": text} for text in _gaps(message, form, language)]
    components: list[Json] = [{"type": "body", "parameters": gaps}]
    for place, name in enumerate(form.buttons):
        components.append(_button(place, name, message))
    template = {"name": form.name, "language": {"policy": "deterministic", "code": language}, "components": components}
    return _envelope(message, address) | {"type": "template", "template": template}


def free(message: Message, address: str) -> Json:
    """The message in our own words, with what can be tapped below it."""
    with translation.override(message.language):
        text, actions = text_of(message), message.actions
        if not actions or len(text) > MOST_BODY or len(actions) > MOST_ROWS:
            return _envelope(message, address) | _text(_with_choices(text, actions))
        shown = {"body": {"text": text}} | _tappable(actions, message)
    return _envelope(message, address) | {"type": "interactive", "interactive": shown}


def text_of(message: Message) -> str:
    """All that is to be read. Our turn in a conversation goes as it stands."""
    double = _double() if message.maybe_double else ""
    if message.said:
        lines = [message.body or message.title, double]
    else:
        body = _cut(message.body, SHORT_STORY if message.actions else MOST_STORY)  # the link is never cut
        lines = [_emergency(message), message.title, body, double, message.url]
    return _cut("\n".join(line for line in lines if line), MOST_TEXT)


def _double() -> str:
    return _("You may have read this before. It is sent again because we do not know whether it arrived.")


def _emergency(message: Message) -> str:
    """Before an alarm of which the title does not say itself that somebody called."""
    number = emergency_number(message)
    if message.urgency != "alarm" or message.title.startswith(number):
        return ""
    return str(message.extra.get("mail", {}).get("emergency_line") or "") or (
        _("In immediate danger? Call %(number)s.") % {"number": number}
    )


def emergency_number(message: Message) -> str:
    return str(message.extra.get("emergency_number", EMERGENCY_NUMBER))


def given_back(choice: str, reference: str) -> str:
    """What a button gives back: the choice, and of which message it was, for taps that come without a context."""
    marked = f"{choice}{MARK}{reference}" if reference and "," not in reference else choice
    return marked if len(marked) <= LONGEST_ID else choice[:LONGEST_ID]


def _envelope(message: Message, address: str) -> Json:
    found: Json = {"messaging_product": "whatsapp", "recipient_type": "individual"} | recipient(address)
    if message.reference:
        found["biz_opaque_callback_data"] = message.reference[:512]
    if message.answers:
        found["context"] = {"message_id": message.answers}
    return found


def _gaps(message: Message, form: Form, language: str) -> list[str]:
    gist = message.gist or Gist(kind="note")
    empty = form.wordings[language].empty
    return [_gap(gist, name, message) or empty.get(name, "") for name in form.gaps]


def _gap(gist: Gist, name: str, message: Message) -> str:
    """One line, without a full stop: no new lines, tabs or many spaces may stand in a gap."""
    text = emergency_number(message) if name == "number" else str(getattr(gist, name))
    return _cut(" ".join(text.split()).rstrip(".").replace("{", "(").replace("}", ")"), LONGEST_GAP)


def _button(place: int, name: str, message: Message) -> Json:
    if name == "open":
        return _component(place, "url", {"type": "text", "text": _path(message.url) or NOWHERE})
    back = given_back(name, message.reference)
    return _component(place, "quick_reply", {"type": "payload", "payload": back})


def _component(place: int, kind: str, parameter: Json) -> Json:
    return {"type": "button", "sub_type": kind, "index": str(place), "parameters": [parameter]}


def _path(url: str) -> str:
    """What stands behind the address of our site, which is fixed in the form."""
    if url.startswith(f"{settings.SITE_URL}/"):
        return url[len(settings.SITE_URL) + 1 :]
    return urlsplit(url).path.lstrip("/")


def _text(text: str) -> Json:
    return {"type": "text", "text": {"body": _cut(text, MOST_TEXT), "preview_url": False}}


def _with_choices(text: str, actions: Sequence[Action]) -> str:
    """More choices than can be tapped: numbered, and the number is the answer."""
    lines = [f"{place}. {action.title}" for place, action in enumerate(actions, start=1)]
    room = MOST_TEXT - len("\n".join(lines)) - 2
    return "\n".join([_cut(text, max(room, 100)), *lines])


def _tappable(actions: Sequence[Action], message: Message) -> Json:
    """Up to three buttons; a list where there are more, or where the words of a question do not fit on a button."""
    titles = {_cut(action.title, LONGEST_BUTTON) for action in actions}
    short = all(len(action.title) <= LONGEST_BUTTON for action in actions)
    if len(titles) == len(actions) <= MOST_BUTTONS and (short or not message.said):
        replies = [{"id": _id(one, message), "title": _cut(one.title, LONGEST_BUTTON)} for one in actions]
        return {"type": "button", "action": {"buttons": [{"type": "reply", "reply": one} for one in replies]}}
    rows = [_row(one, message) for one in actions]
    return {"type": "list", "action": {"button": _("Choose"), "sections": [{"rows": rows}]}}


def _row(action: Action, message: Message) -> Json:
    row = {"id": _id(action, message), "title": _cut(action.title, LONGEST_ROW)}
    if len(action.title) > LONGEST_ROW:
        row["description"] = _cut(action.title, LONGEST_DESCRIPTION)
    return row


def _id(action: Action, message: Message) -> str:
    return given_back(action.id, message.reference)


def _cut(text: str, longest: int) -> str:
    """As many words as fit; of one long word, as many signs."""
    if len(text) <= longest:
        return text
    begun = text[: longest - 1].rpartition(" ")[0].rstrip(" ,.;:") or text[: longest - 1]
    return f"{begun}…"
