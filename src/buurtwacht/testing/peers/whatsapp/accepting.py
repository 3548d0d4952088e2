# SPDX-License-Identifier: EUPL-1.2
"""What Meta does with a message that the business wants to send: all the reasons to refuse it, or an id."""

from typing import TYPE_CHECKING, Any

from . import rules
from .description import check, kind_of
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

    def take(self, request: Request, late: Refusal | None = None) -> dict[str, Any]:
        """The answer to a request. Raises Refusal. `late`: a reason of the test to fail it after accepting."""
        check(request)
        if "status" in request:
            return self._read(request)
        rules.check(request)
        user = self._recipient(request)
        template = self._template(request)
        if template and template.category == "AUTHENTICATION" and "recipient" in request:
            raise Refusal(131062)
        self._check_media(request)
        late = self._told_later(user, template) or late
        message = Sent(new_wamid(), user, request, self._meta.clock.now(), user.window_is_open(), template)
        self._meta.limits.check(self._meta.phone_id, user.number, message.window)
        self._meta.sent.append(message)
        if late:
            self._meta.news.state(message, "failed", late)
        elif self._meta.message_status == "accepted":
            self._meta.news.accepted(message)
        return accepted(str(request.get("to") or request["recipient"]), user, message, self._meta.message_status)

    def _recipient(self, request: Request) -> User:
        """Somebody without WhatsApp is taken as well: Meta only finds out later."""
        wanted = rules.digits(request["to"]) if "to" in request else request["recipient"]
        if wanted == self._meta.number:
            raise Refusal(131021)
        for user in self._meta.users:
            if wanted in (user.number, user.bsuid):
                return user
        stranger = User(self._meta, wanted, "")
        stranger.exists = False
        return stranger

    def _template(self, request: Request) -> Template | None:
        if kind_of(request) != "template":
            return None
        wish = request["template"]
        name, language = wish["name"], wish["language"]["code"]
        for template in self._meta.templates:
            if (template.name, template.language) == (name, language) and template.is_ready:
                template.check(wish)
                return template
        raise Refusal(132001, f"template name ({name}) does not exist in {language}")

    def _check_media(self, request: Request) -> None:
        if kind_of(request) in rules.FILES:
            number = request[kind_of(request)].get("id")
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
        if request["message_id"] not in self._meta.heard:
            raise Refusal(131009, "Message ID does not exist")
        self._meta.read_by_us.append(request["message_id"])
        return {"success": True}


def accepted(asked: str, user: User, message: Sent, status: str) -> dict[str, Any]:
    """Accepted is not delivered."""
    known = {"wa_id": user.number} if user.shows_number else {"user_id": user.bsuid}
    answer = {"id": message.id} | ({"message_status": status} if message.template else {})
    return {"messaging_product": "whatsapp", "contacts": [{"input": asked} | known], "messages": [answer]}
