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


@OUTGOING
def a_reaction_is_to_something(schemas: Schemas) -> None:
    """The schema takes a reaction to nothing."""
    own(schemas, "ReactionMessage")["properties"]["reaction"]["required"] = ["message_id", "emoji"]


@OUTGOING
def captions_have_a_length(schemas: Schemas) -> None:
    """A caption has at most 1024 characters in Meta's text; the schema does not know it."""
    for one in schemas["MediaObject"]["oneOf"]:
        one["properties"] |= {"caption": {"type": "string", "maxLength": 1024}, "filename": {"type": "string"}}


@OUTGOING
def language_without_policy(schemas: Schemas) -> None:
    """`policy` is required in the schema, and left out in 9 of the 10 examples with a template."""
    no_longer_required(schemas["LanguageObject"], "policy")


@OUTGOING
def count_buttons_from_nought(schemas: Schemas) -> None:
    """The pattern of `index` is "^[2-6, 11-14]$"; Meta's text says 0-9, and examples have "0", "1", 0 and 1."""
    schemas["TemplateComponent"]["properties"]["index"] = {
        "anyOf": [{"type": "string", "pattern": "^[0-9]$"}, {"type": "integer", "minimum": 0, "maximum": 9}]
    }


@OUTGOING
def more_kinds_of_buttons(schemas: Schemas) -> None:
    """`sub_type` lacks "flow", which the example "Send Flow Template Message" has."""
    schemas["TemplateComponent"]["properties"]["sub_type"]["enum"].append("flow")


@OUTGOING
def capitals_are_the_same(schemas: Schemas) -> None:
    """The kinds of components and buttons are in small letters; an example has "CATALOG", pywa 4.5 sends "BODY"."""
    for name in ("type", "sub_type"):
        kinds = schemas["TemplateComponent"]["properties"][name]["enum"]
        kinds += [kind.upper() for kind in kinds]


@OUTGOING
def a_button_says_which(schemas: Schemas) -> None:
    """Meta's text: `sub_type` and `index` are required when the component is a button."""
    schemas["TemplateComponent"]["if"] = {"properties": {"type": {"enum": ["button", "BUTTON"]}}}
    schemas["TemplateComponent"]["then"] = {"required": ["sub_type", "index"]}


@OUTGOING
def parameters_have_a_type(schemas: Schemas) -> None:
    """The schema says nothing of parameters; every example has a type and the content under that name."""
    one = {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}}
    one["allOf"] = [
        {"if": {"properties": {"type": {"const": kind}}}, "then": {"required": [kind]}}
        for kind in ("text", "payload", "currency", "date_time", "image", "video", "document", "location", "action")
    ]
    schemas["TemplateComponent"]["properties"]["parameters"]["items"] = one


@OUTGOING
def more_kinds_of_interactive(schemas: Schemas) -> None:
    """Examples have order_details and order_status; pywa 4.5 also sends cta_url and location_request_message."""
    kinds = ["order_details", "order_status", "cta_url", "location_request_message"]
    schemas["InteractiveObject"]["properties"]["type"]["enum"] += kinds


@OUTGOING
def the_action_fits_the_type(schemas: Schemas) -> None:
    """`oneOf` takes a list under the type "button", and knows no action for the types that were added."""
    lists, buttons, products, catalog, flow, call = schemas["ActionObject"].pop("oneOf")
    named = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    link = {"type": "object", "required": ["name", "parameters"], "properties": {"name": {"const": "cta_url"}}}
    place = {"type": "object", "required": ["name"], "properties": {"name": {"const": "send_location"}}}
    actions = {
        "list": lists, "button": buttons, "product": products, "product_list": products, "catalog_message": catalog,
        "flow": flow, "call_permission_request": call, "cta_url": link, "location_request_message": place,
        "order_details": named, "order_status": named,
    }  # fmt: skip
    schemas["InteractiveObject"]["allOf"] = [
        {
            "if": {"required": ["type"], "properties": {"type": {"const": kind}}},
            "then": {"properties": {"action": action}},
        }
        for kind, action in actions.items()
    ]


@OUTGOING
def interactive_needs_a_body(schemas: Schemas) -> None:
    """Meta's text: the body is "optional for 'product' type, required for other interactive message types"."""
    interactive = schemas["InteractiveObject"]
    interactive["if"] = {"properties": {"type": {"not": {"const": "product"}}}}
    interactive["then"] = {"required": ["body"]}


@OUTGOING
def nothing_to_tap_is_empty(schemas: Schemas) -> None:
    """Meta's text: titles and buttons "cannot be empty"; the schema only has a longest length."""
    schemas["BodyObject"]["properties"]["text"]["minLength"] = 1
    for action in schemas["InteractiveObject"].get("allOf", []):
        properties = action["then"]["properties"]["action"].get("properties", {})
        if "button" in properties:
            properties["button"]["minLength"] = 1
        if "buttons" in properties:
            for part in properties["buttons"]["items"]["properties"]["reply"]["properties"].values():
                part["minLength"] = 1
    for part in ("id", "title"):
        schemas["SectionObject"]["properties"]["rows"]["items"]["properties"][part]["minLength"] = 1


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
