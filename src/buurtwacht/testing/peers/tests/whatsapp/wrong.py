# SPDX-License-Identifier: EUPL-1.2
"""Requests that Meta refuses, by what is wrong with them."""

from .business import Json, buttons, interactive, rows, template, text


def without(message: Json, *names: str) -> Json:
    return {name: value for name, value in message.items() if name not in names}


def component(**part: object) -> Json:
    """A message with one component of a template."""
    message = template("melding")
    message["template"]["components"] = [part]
    return message


BASE = without(text(), "type", "text")
BODY = {"type": "body", "parameters": [{"type": "text", "text": "inbraak"}]}

AGAINST_THE_DESCRIPTION = {
    "a word too many": text(colour="red"),
    "a word too many inside": text() | {"text": {"body": "Hallo", "size": "big"}},
    "no text": text() | {"text": {}},
    "an empty text": text(""),
    "4097 characters": text("a" * 4097),
    "another product": text(messaging_product="messenger"),
    "513 characters of our own": text(biz_opaque_callback_data="a" * 513),
    "our own data is a number": text(biz_opaque_callback_data=7),
    "an unknown kind of recipient": text(recipient_type="everybody"),
    "a wrong id of a person": without(text(recipient="Anna"), "to"),
    "nobody": without(text(), "to"),
    "four buttons": buttons("Een", "Twee", "Drie", "Vier"),
    "no buttons": buttons(),
    "a title of 21 characters": buttons("a" * 21),
    "an empty title": buttons(""),
    "an id of 257 characters": interactive(
        {"type": "button", "body": {"text": "?"},
         "action": {"buttons": [{"type": "reply", "reply": {"id": "a" * 257, "title": "Ja"}}]}}
    ),
    "no body": interactive(without(buttons("Ja")["interactive"], "body")),
    "a body of 1025 characters": buttons("Ja", body={"text": "a" * 1025}),
    "an empty body": buttons("Ja", body={"text": ""}),
    "a footer of 61 characters": buttons("Ja", footer={"text": "a" * 61}),
    "a list under the type button": interactive(rows("Auto")["interactive"] | {"type": "button"}),
    "an unknown type of interactive": interactive(buttons("Ja")["interactive"] | {"type": "carousel"}),
    "a row of 25 characters": rows("a" * 25),
    "an empty row": rows(""),
    "eleven rows in a section": rows(*(f"Rij {number}" for number in range(11))),
    "a language without a code": BASE | {"type": "template", "template": {"name": "melding", "language": {}}},
    "no name of a template": BASE | {"type": "template", "template": {"language": {"code": "nl"}}},
    "a button without its place": component(type="button", sub_type="quick_reply", parameters=[]),
    "a button without its kind": component(type="button", index="0", parameters=[]),
    "an eleventh button": component(type="button", sub_type="quick_reply", index="10", parameters=[]),
    "an unknown kind of button": component(type="button", sub_type="dance", index="0", parameters=[]),
    "an unknown component": component(type="footer", parameters=[]),
    "a parameter without its text": component(type="body", parameters=[{"type": "text"}]),
    "a parameter without a type": component(type="body", parameters=[{"text": "inbraak"}]),
    "a place without a longitude": BASE | {"type": "location", "location": {"latitude": 52.0}},
    "a place beyond the pole": BASE | {"type": "location", "location": {"latitude": 91, "longitude": 5.6}},
    "a place in words": BASE | {"type": "location", "location": {"latitude": "here", "longitude": "there"}},
    "a reply to nothing": text(context={}),
    "an empty id of a file": BASE | {"type": "image", "image": {"id": ""}},
    "an empty sticker": BASE | {"type": "sticker", "sticker": {"link": ""}},
    "an empty footer": buttons("Ja", footer={"text": ""}),
    "a reaction to an empty id": BASE | {"type": "reaction", "reaction": {"emoji": "👍", "message_id": ""}},
    "a reaction to nothing": BASE | {"type": "reaction", "reaction": {"emoji": "👍"}},
    "a file from nowhere": BASE | {"type": "image", "image": {"caption": "Hier"}},
    "a file from two places": BASE | {"type": "image", "image": {"id": "1", "link": "https://voorbeeld.example/a.jpg"}},
    "a caption of 1025 characters": BASE | {"type": "image", "image": {"id": "1", "caption": "a" * 1025}},
    "a type without its content": BASE | {"type": "image", "text": {"body": "Hallo"}},
}  # fmt: skip
