# SPDX-License-Identifier: EUPL-1.2
"""Text messages: for who has no smartphone, and for when all else failed. They cost money and have little room."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from yarl import URL

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.channels.http import HttpChannel
from buurtwacht.lib.phones import normalised_mobile

from .driver import Driver
from .text import text_of


class SmsChannel(HttpChannel):
    kind = "sms"
    label = _("Text message")

    def __init__(self) -> None:
        super().__init__()
        self.per_second = settings.SMS_PER_SECOND or None
        self._driver: Driver = import_string(settings.SMS_DRIVER)()

    def normalise(self, address: str) -> str:
        return normalised_mobile(address, settings.COUNTRY)

    async def send(self, message: Message, address: str) -> Receipt:
        asking = self._driver.request(text_of(message), address)
        url = URL(asking.url, encoded=True)  # as it stands: a plus in a number must not become a space
        content = {"headers": asking.headers, "data": asking.body or None}
        answer, body = await self.ask(asking.method, url, seconds=settings.SMS_TIMEOUT, **content)
        return self._driver.read(answer, body)

    def problems(self) -> list[str]:
        return self._driver.problems()
