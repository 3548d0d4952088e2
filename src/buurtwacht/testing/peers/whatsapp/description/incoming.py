# SPDX-License-Identifier: EUPL-1.2
"""What must change in Meta's description of webhooks."""

from .patching import PatchList, Schemas, no_longer_required, own, ref

INCOMING = PatchList()
FROM_PEOPLE = ("ButtonMessage", "ContactSharingMessage", "InteractiveMessageReply", "OrderMessage", "SystemMessage",
               "UnsupportedMessage")  # fmt: skip
# What people send and the description knows only as something that a business sends.
CONTENTS = {
    "text": {"type": "object", "required": ["body"]},
    "reaction": {"type": "object", "required": ["message_id"]},
    **{kind: {"type": "object", "required": ["id", "mime_type", "sha256"]}
       for kind in ("audio", "document", "image", "sticker", "video")},
    "location": {"type": "object", "required": ["latitude", "longitude"],
                 "properties": {"latitude": {"type": "number"}, "longitude": {"type": "number"}}},
    "edit": {"type": "object", "required": ["original_message_id", "message"]},
    "revoke": {"type": "object", "required": ["original_message_id"]},
}  # fmt: skip


@INCOMING
def people_write_from_somewhere(schemas: Schemas) -> None:
    """Incoming types refer to the properties of outgoing ones (`to`); `BaseMessageProperties_1` is what they have."""
    for name in FROM_PEOPLE:
        schemas[name]["allOf"][0] = ref("BaseMessageProperties_1")


@INCOMING
def people_send_their_own_kinds(schemas: Schemas) -> None:
    """`IncomingMessage` names outgoing types for text, files, reactions and places; pywa has edits and deletions."""
    for kind, content in CONTENTS.items():
        mine = {"type": "object", "required": ["type", kind], "properties": {"type": {"const": kind}, kind: content}}
        schemas[f"Incoming_{kind}"] = {"allOf": [ref("BaseMessageProperties_1"), mine]}
    kept = ("ButtonMessage", "ContactSharingMessage", "InteractiveMessageReply", "OrderMessage", "UnsupportedMessage")
    schemas["IncomingMessage"]["oneOf"] = [ref(f"Incoming_{kind}") for kind in CONTENTS] + [ref(name) for name in kept]


@INCOMING
def people_without_a_number(schemas: Schemas) -> None:
    """Since 2026 a message may have only `from_user_id` (pywa's fixture quick_reply_without_context has both)."""
    base = schemas["BaseMessageProperties_1"]
    no_longer_required(base, "from")
    base["anyOf"] = [{"required": ["from"]}, {"required": ["from_user_id"]}]


@INCOMING
def statuses_of_people_without_a_number(schemas: Schemas) -> None:
    """The same for statuses: `recipient_user_id` in place of `recipient_id`."""
    no_longer_required(schemas["Statuses"], "recipient_id")
    schemas["Statuses"]["anyOf"] = [{"required": ["recipient_id"]}, {"required": ["recipient_user_id"]}]


@INCOMING
def a_tap_without_context(schemas: Schemas) -> None:
    """`context` is required for a tap on a template's button; pywa's fixture quick_reply_without_context has none."""
    no_longer_required(own(schemas, "ButtonMessage"), "context")


@INCOMING
def a_reply_has_its_content(schemas: Schemas) -> None:
    """The content of a tap is only in a discriminator, which no validator reads."""
    interactive = own(schemas, "InteractiveMessageReply")["properties"]["interactive"]
    interactive["oneOf"] = [
        {"properties": {"type": {"const": "list_reply"}}} | {"allOf": [ref("InteractiveListReplyContent")]},
        {"properties": {"type": {"const": "button_reply"}}} | {"allOf": [ref("InteractiveButtonReplyContent")]},
    ]


@INCOMING
def a_row_without_description(schemas: Schemas) -> None:
    """`description` is required for a tap on a list; pywa's fixture callback of callback_selection has none."""
    no_longer_required(schemas["InteractiveListReplyContent"]["properties"]["list_reply"], "description")


@INCOMING
def telephones_of_any_kind(schemas: Schemas) -> None:
    """The kind of a telephone is HOME or WORK in the schema, MOBILE in the example "Contact Sharing Message"."""
    del schemas["PhoneObject"]["properties"]["type"]["enum"]


@INCOMING
def errors_without_a_type(schemas: Schemas) -> None:
    """`type` is required in the schema of an error, and absent in the example "Unsupported Message"."""
    no_longer_required(schemas["ErrorObject"], "type")


@INCOMING
def times_are_text(schemas: Schemas) -> None:
    """The timestamp of a group's event is an integer in the schema and text in all three examples."""
    schemas["Groups"]["properties"]["timestamp"]["type"] = ["string", "integer"]


@INCOMING
def participants_are_numbers(schemas: Schemas) -> None:
    """Ids of participants are text in the schema and numbers in two examples."""
    for part in schemas["GroupParticipant"]["properties"].values():
        part["type"] = ["string", "integer"]


@INCOMING
def participants_in_the_plural(schemas: Schemas) -> None:
    """The schema spells group_participant_update, the example "Group Remove Participants" group_participants_update."""
    schemas["Change"]["properties"]["field"]["enum"].append("group_participants_update")


@INCOMING
def more_happens_than_messages(schemas: Schemas) -> None:
    """The account's own news has no schema; pywa has fixtures of it. Only its outline is checked here."""
    change = schemas["Change"]
    known = list(change["properties"]["field"]["enum"])
    values = change["properties"]["value"]
    change["properties"]["field"]["enum"] += [
        "message_template_status_update", "template_category_update", "account_update", "user_preferences",
    ]  # fmt: skip
    change["properties"]["value"] = {"type": "object"}
    change["if"] = {"properties": {"field": {"enum": known}}}
    change["then"] = {"properties": {"value": values}}


@INCOMING
def a_voice_is_played(schemas: Schemas) -> None:
    """pywa's fixture played: a status for voice messages that the schema lacks."""
    schemas["Statuses"]["properties"]["status"]["enum"].append("played")


@INCOMING
def another_telephone(schemas: Schemas) -> None:
    """pywa's fixture identity_change: a second kind of system message, and this one has contacts."""
    own(schemas, "SystemMessage")["properties"]["system"]["properties"]["type"]["enum"].append(
        "customer_identity_changed"
    )
    del schemas["IncomingMessageValueSystem"]["not"]


@INCOMING
def what_meta_could_not_read(schemas: Schemas) -> None:
    """pywa's fixture interactive_message_with_err: a tap without its content, and `errors` beside the messages."""
    empty = {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"const": "interactive"}, "interactive": False},
    }
    schemas["Incoming_unread"] = {"allOf": [ref("BaseMessageProperties_1"), empty]}
    schemas["IncomingMessage"]["oneOf"].append(ref("Incoming_unread"))
