# SPDX-License-Identifier: EUPL-1.2
"""What Meta does with a message that the business wants to send: all the reasons to refuse it, or an id."""

from typing import TYPE_CHECKING, Any

from .errors import Refusal
from .message import Sent, new_wamid
from .templates import Template
from .user import User

if TYPE_CHECKING:
    from .peer import WhatsApp

Request = dict[str, Any]


class Desk:
    def __init__(self, meta: "WhatsApp") -> None:
        self._meta = meta

    def take(self, request: Request) -> dict[str, Any]:
        """The answer to a request that the description allows. Raises Refusal."""
        if request.get("status") == "read":
            return self._read(request)
        wanted = str(request.get("recipient") or request["to"]).lstrip("+")
        if wanted == self._meta.number:
            raise Refusal(131021)
        user = self._known(wanted)
        template = self._template(request)
        self._check_media(request)
        late = self._told_later(user, template)
        message = Sent(new_wamid(), user, request, self._meta.clock.now(), user.window_is_open(), template)
        self._meta.limits.check(self._meta.phone_id, user.bsuid, message.window)
        self._meta.sent.append(message)
        if late:
            self._meta.tell_state(message, "failed", late)
        else:
            self._meta.deliver(message)
        return accepted(str(request.get("to") or request.get("recipient")), user, message)

    def _known(self, wanted: str) -> User:
        """Somebody who is not there gets an id as well: Meta only finds out later."""
        for user in self._meta.users:
            if wanted in (user.number, user.bsuid):
                return user
        stranger = User(self._meta, wanted, "")
        stranger.exists = False
        return stranger

    def _template(self, request: Request) -> Template | None:
        if request.get("type") != "template":
            return None
        wish = request["template"]
        name, language = wish["name"], wish["language"]["code"]
        for template in self._meta.templates:
            if (template.name, template.language) == (name, language) and template.status not in (
                "PENDING",
                "REJECTED",
            ):
                template.check(wish)
                return template
        raise Refusal(132001, f"template name ({name}) does not exist in {language}")

    def _check_media(self, request: Request) -> None:
        medium = request.get(str(request.get("type")), {})
        if isinstance(medium, dict) and request.get("type") in ("image", "audio", "video", "document", "sticker"):
            number = medium.get("id")
            if number and not self._meta.media.get(number):
                raise Refusal(131009, f"Media ID {number} does not exist")

    def _told_later(self, user: User, template: Template | None) -> Refusal | None:
        """A reason not to deliver that Meta tells afterwards; raised at once if the test wants that."""
        refusal = None
        if not user.exists:
            refusal = Refusal(131026)
        elif not template and not user.window_is_open():
            refusal = Refusal(131047)
        elif template and template.category == "MARKETING" and not user.takes_marketing:
            refusal = Refusal(131050)
        if refusal and refusal.code not in self._meta.told_later:
            raise refusal
        return refusal

    def _read(self, request: Request) -> dict[str, Any]:
        self._meta.read_by_us.append(request["message_id"])
        return {"success": True}


def accepted(asked: str, user: User, message: Sent) -> dict[str, Any]:
    """Accepted is not delivered."""
    contact = {"input": asked, "wa_id": user.number} if user.number else {"input": asked, "user_id": user.bsuid}
    answer = {"id": message.id} | ({"message_status": "accepted"} if message.template else {})
    return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [answer]}
