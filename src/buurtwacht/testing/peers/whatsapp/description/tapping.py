# SPDX-License-Identifier: EUPL-1.2
"""What must change in Meta's description of templates and of what people can tap."""

from .patching import PatchList, Schemas, no_longer_required

TAPPING = PatchList()


@TAPPING
def a_new_template_has_parts_and_examples(schemas: Schemas) -> None:
    """The schema of a new template knows no `example`, and takes components and buttons without a type."""
    texts = {"type": "array", "items": {"type": "string"}}
    named = {"type": "array", "items": {"type": "object", "required": ["param_name", "example"]}}
    examples = {"body_text": {"type": "array", "minItems": 1, "items": texts}, "header_text": texts}
    examples |= {"body_text_named_params": named, "header_text_named_params": named}
    component = schemas["new template"]["properties"]["components"]["items"]
    component["required"] = ["type"]
    component["properties"]["example"] = {"type": "object", "properties": examples}
    component["properties"]["buttons"]["items"]["required"] = ["type"]


@TAPPING
def language_without_policy(schemas: Schemas) -> None:
    """`policy` is required in the schema, and left out in 9 of the 10 examples with a template."""
    no_longer_required(schemas["LanguageObject"], "policy")


@TAPPING
def count_buttons_from_nought(schemas: Schemas) -> None:
    """The pattern of `index` is "^[2-6, 11-14]$"; Meta's text says 0-9, and examples have "0", "1", 0 and 1."""
    schemas["TemplateComponent"]["properties"]["index"] = {
        "anyOf": [{"type": "string", "pattern": "^[0-9]$"}, {"type": "integer", "minimum": 0, "maximum": 9}]
    }


@TAPPING
def more_kinds_of_buttons(schemas: Schemas) -> None:
    """`sub_type` lacks "flow", which the example "Send Flow Template Message" has."""
    schemas["TemplateComponent"]["properties"]["sub_type"]["enum"].append("flow")


@TAPPING
def capitals_are_the_same(schemas: Schemas) -> None:
    """The kinds of components and buttons are in small letters; an example has "CATALOG", pywa 4.5 sends "BODY"."""
    for name in ("type", "sub_type"):
        kinds = schemas["TemplateComponent"]["properties"][name]["enum"]
        kinds += [kind.upper() for kind in kinds]


@TAPPING
def a_button_says_which(schemas: Schemas) -> None:
    """Meta's text: `sub_type` and `index` are required when the component is a button."""
    schemas["TemplateComponent"]["if"] = {"properties": {"type": {"enum": ["button", "BUTTON"]}}}
    schemas["TemplateComponent"]["then"] = {"required": ["sub_type", "index"]}


@TAPPING
def parameters_have_a_type(schemas: Schemas) -> None:
    """The schema says nothing of parameters; every example has a type and the content under that name."""
    one = {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}}
    one["allOf"] = [
        {"if": {"properties": {"type": {"const": kind}}}, "then": {"required": [kind]}}
        for kind in ("text", "payload", "currency", "date_time", "image", "video", "document", "location", "action")
    ]
    schemas["TemplateComponent"]["properties"]["parameters"]["items"] = one


@TAPPING
def more_kinds_of_interactive(schemas: Schemas) -> None:
    """Examples have order_details and order_status; pywa 4.5 also sends cta_url and location_request_message."""
    kinds = ["order_details", "order_status", "cta_url", "location_request_message"]
    schemas["InteractiveObject"]["properties"]["type"]["enum"] += kinds


@TAPPING
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


@TAPPING
def interactive_needs_a_body(schemas: Schemas) -> None:
    """Meta's text: the body is "optional for 'product' type, required for other interactive message types"."""
    interactive = schemas["InteractiveObject"]
    interactive["if"] = {"properties": {"type": {"not": {"const": "product"}}}}
    interactive["then"] = {"required": ["body"]}


@TAPPING
def nothing_to_tap_is_empty(schemas: Schemas) -> None:
    """Meta's text: titles and buttons "cannot be empty"; the schema only has a longest length."""
    for name in ("BodyObject", "FooterObject"):
        schemas[name]["properties"]["text"]["minLength"] = 1
    for action in schemas["InteractiveObject"].get("allOf", []):
        properties = action["then"]["properties"]["action"].get("properties", {})
        if "button" in properties:
            properties["button"]["minLength"] = 1
        if "buttons" in properties:
            for part in properties["buttons"]["items"]["properties"]["reply"]["properties"].values():
                part["minLength"] = 1
    for part in ("id", "title"):
        schemas["SectionObject"]["properties"]["rows"]["items"]["properties"][part]["minLength"] = 1
