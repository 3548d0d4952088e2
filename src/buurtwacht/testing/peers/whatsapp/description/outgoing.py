# SPDX-License-Identifier: EUPL-1.2
"""What must change in Meta's description of the messages that a business sends."""

from .patching import PatchList, Schemas, no_longer_required, own, ref

OUTGOING = PatchList()
BASE = "BaseMessageProperties"


@OUTGOING
def seal_the_whole(schemas: Schemas) -> None:
    """`additionalProperties: false` inside one member of `allOf` refuses what the other member allows."""
    for schema in schemas.values():
        if any(part.pop("additionalProperties", None) is False for part in schema.get("allOf", [])):
            schema["unevaluatedProperties"] = False


@OUTGOING
def leave_recipient_type_out(schemas: Schemas) -> None:
    """Required in the schema, left out in 8 examples; Meta's text calls it optional, "individual" when absent."""
    no_longer_required(schemas[BASE], "recipient_type")


@OUTGOING
def leave_type_out(schemas: Schemas) -> None:
    """Required in the schema, left out in "Send Text Message with Preview URL" and "Send Reply to List Message"."""
    no_longer_required(schemas[BASE], "type")


@OUTGOING
def name_people_without_number(schemas: Schemas) -> None:
    """Since 2026 `recipient` with a business-scoped user id may stand in place of `to`: pywa 4.5 sends it so."""
    no_longer_required(schemas[BASE], "to")
    schemas[BASE]["anyOf"] = [{"required": ["to"]}, {"required": ["recipient"]}]
    schemas[BASE]["properties"]["recipient"] = {"type": "string", "pattern": r"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$"}


@OUTGOING
def carry_our_own_data(schemas: Schemas) -> None:
    """`biz_opaque_callback_data` comes back in the status (pywa's fixture with_tracker); Meta's text: at most 512."""
    schemas[BASE]["properties"]["biz_opaque_callback_data"] = {"type": "string", "maxLength": 512}


@OUTGOING
def only_whatsapp(schemas: Schemas) -> None:
    """The schema takes any product; Meta's text: "Always 'whatsapp'"."""
    schemas[BASE]["properties"]["messaging_product"]["const"] = "whatsapp"


@OUTGOING
def text_has_a_body(schemas: Schemas) -> None:
    """The schema takes a text without a text; Meta's text: required, at most 4096 characters."""
    text = own(schemas, "TextMessage")["properties"]["text"]
    text["required"] = ["body"]
    text["properties"]["body"] |= {"minLength": 1, "maxLength": 4096}


@OUTGOING
def places_are_numbers(schemas: Schemas) -> None:
    """Latitude and longitude have the type string, and are numbers in both examples; both must be there."""
    location = own(schemas, "LocationMessage")["properties"]["location"]
    location["required"] = ["latitude", "longitude"]
    for name, most in (("latitude", 90), ("longitude", 180)):
        location["properties"][name] |= {"type": ["number", "string"], "minimum": -most, "maximum": most}
        location["properties"][name]["pattern"] = r"^-?\d{1,3}(\.\d+)?$"


@OUTGOING
def a_reaction_is_to_something(schemas: Schemas) -> None:
    """The schema takes a reaction to nothing."""
    reaction = own(schemas, "ReactionMessage")["properties"]["reaction"]
    reaction["required"] = ["message_id", "emoji"]
    reaction["properties"]["message_id"]["minLength"] = 1


@OUTGOING
def a_reply_is_to_something(schemas: Schemas) -> None:
    """The schema takes a context that says nothing."""
    schemas["MessageContext"]["required"] = ["message_id"]
    schemas["MessageContext"]["properties"]["message_id"]["minLength"] = 1


@OUTGOING
def files_come_from_somewhere(schemas: Schemas) -> None:
    """The schema takes an empty id or link."""
    for file in (schemas["MediaObject"], own(schemas, "StickerMessage")["properties"]["sticker"]):
        for one in file["oneOf"]:
            for part in one["properties"].values():
                part["minLength"] = 1


@OUTGOING
def captions_have_a_length(schemas: Schemas) -> None:
    """A caption has at most 1024 characters in Meta's text; the schema does not know it."""
    for one in schemas["MediaObject"]["oneOf"]:
        one["properties"] |= {"caption": {"type": "string", "maxLength": 1024}, "filename": {"type": "string"}}


@OUTGOING
def tell_that_we_read(schemas: Schemas) -> None:
    """The example "Send typing indicator and read receipt" has no schema at all."""
    schemas["ReadReceipt"] = {
        "type": "object",
        "required": ["messaging_product", "status", "message_id"],
        "additionalProperties": False,
        "properties": {
            "messaging_product": {"const": "whatsapp"},
            "status": {"const": "read"},
            "message_id": {"type": "string", "minLength": 1},
            "typing_indicator": {"type": "object", "required": ["type"], "properties": {"type": {"const": "text"}}},
        },
    }
    schemas["Message"]["oneOf"].append(ref("ReadReceipt"))
