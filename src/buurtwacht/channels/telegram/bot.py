# SPDX-License-Identifier: EUPL-1.2
"""Our bot: asking it to do something over HTTP. The token stands in the address, so addresses are never logged."""

from typing import Any

from django.conf import settings

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.http import HttpChannel
from buurtwacht.channels.notebook import Trouble, notebook

from .answers import TokenRefused, failure, said_in

REFUSED = "token_refused"


class Moved(DeliveryFailed):
    """The group became a larger one, with another number."""

    def __init__(self, to: str) -> None:
        super().__init__("the group has another number", permanent=False)
        self.to = to


class Bot(HttpChannel):
    """What the channels to persons and to groups share: one account, one token."""

    kind = "telegram"
    _is_refused = False

    async def call(self, method: str, shape: dict[str, Any], *, seconds: float | None = None) -> Any:
        """The result of a yes. Raises `DeliveryFailed`; for a group that has another number, `Moved`."""
        url = f"{settings.TELEGRAM_URL}/bot{settings.TELEGRAM_TOKEN}/{method}"
        answer, body = await self.ask("POST", url, json=shape, seconds=seconds or settings.TELEGRAM_TIMEOUT)
        said = said_in(body)
        if said.moved_to:
            raise Moved(said.moved_to)
        refused = failure(answer, said)
        self._note(refused)
        if refused:
            raise refused
        return said.result

    def problems(self) -> list[str]:
        checks = (_wrong_url, _wrong_token, _wrong_secret)
        return [sentence for check in checks if (sentence := check())]

    def _note(self, refused: DeliveryFailed | None) -> None:
        """Tell the operator that the token is refused, once, and that it works again."""
        is_about_token = refused is None or isinstance(refused, TokenRefused)
        if not is_about_token or (refused is not None) == self._is_refused:
            return
        self._is_refused = not self._is_refused
        notebook().note_trouble(self.kind, Trouble(REFUSED, is_over=not self._is_refused))


def number_in(result: Any) -> int | None:
    """Telegram's number of a message, within its chat."""
    number = result.get("message_id") if isinstance(result, dict) else None
    return number if isinstance(number, int) else None


def _wrong_url() -> str:
    url: str = settings.TELEGRAM_URL
    loopback = url.startswith(("http://localhost", "http://127.0.0.1"))
    return "" if url.startswith("https://") or loopback else "BUURTWACHT_TELEGRAM_URL must be an https: address."


def _wrong_token() -> str:
    number, _colon, secret = str(settings.TELEGRAM_TOKEN).partition(":")
    whole = number.isdigit() and len(secret) >= 10
    return "" if whole else "BUURTWACHT_TELEGRAM_TOKEN must look like 123456:ABC-DEF…, as BotFather gives it."


def _wrong_secret() -> str:
    secret: str = settings.TELEGRAM_SECRET
    fits = len(secret) <= 256 and all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret)
    return "" if fits else "BUURTWACHT_TELEGRAM_SECRET may hold at most 256 letters, digits, - and _."
