# SPDX-License-Identifier: EUPL-1.2
"""A request that the description does not allow, refused in Meta's words."""

from typing import Any

from jsonschema.exceptions import ValidationError, best_match

from buurtwacht.testing.peers.whatsapp.errors import Refusal

from .reading import faults_of

SCHEMAS = {
    "text": "TextMessage", "audio": "AudioMessage", "document": "DocumentMessage", "image": "ImageMessage",
    "location": "LocationMessage", "video": "VideoMessage", "sticker": "StickerMessage", "reaction": "ReactionMessage",
    "interactive": "InteractiveMessage", "template": "TemplateMessage", "contacts": "ContactsMessage",
}  # fmt: skip


def kind_of(request: dict[str, Any]) -> str:
    """Without a type the content tells; text when there is none."""
    return str(request.get("type") or next((kind for kind in SCHEMAS if kind in request), "text"))


def schema_of(request: dict[str, Any]) -> str:
    """Which schema a request must meet."""
    if "status" in request:
        return "ReadReceipt"
    kind = kind_of(request)
    if kind not in SCHEMAS:
        kinds = ", ".join(sorted(each.upper() for each in SCHEMAS))
        raise Refusal(100, message=f'(#100) Param type must be one of {{{kinds}}} - got "{kind}".')
    return SCHEMAS[kind]


def check(request: dict[str, Any]) -> None:
    """Raises Refusal with the code that Meta gives for this kind of fault."""
    for needed in ("messaging_product", *([] if "status" in request or "recipient" in request else ["to"])):
        if not request.get(needed):
            raise Refusal(100, message=f"(#100) The parameter {needed} is required.")
    faults = list(faults_of(schema_of(request), request))
    # A part that is wrong itself also counts as unexpected: the fault inside says more.
    telling = [fault for fault in faults if fault.validator != "unevaluatedProperties"]
    if fault := best_match(telling or faults):
        raise _refusal(fault)


def check_template(wanted: dict[str, Any]) -> None:
    """The same for a template that the business submits."""
    for needed in ("name", "language", "category", "components"):
        if not wanted.get(needed):
            raise Refusal(100, message=f"(#100) The parameter {needed} is required.")
    if fault := best_match(faults_of("new template", wanted)):
        raise Refusal(100, f"Param {_place(fault)}: {fault.message}"[:300])


def _refusal(fault: ValidationError) -> Refusal:
    place = _place(fault)
    if fault.validator in ("additionalProperties", "unevaluatedProperties"):
        return Refusal(
            100, f"Unexpected key on param '{place or 'message'}': {fault.message}", "(#100) Invalid parameter"
        )
    if fault.validator == "required":
        return Refusal(131008, f"{fault.message} {place}".strip())
    return Refusal(131009, f"Param {place}: {fault.message}"[:300])


def _place(fault: ValidationError) -> str:
    """`interactive['action']['buttons']`, as Meta writes it."""
    first, *rest = [str(part) for part in fault.absolute_path] or [""]
    return first + "".join(f"['{part}']" for part in rest)
