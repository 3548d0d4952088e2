# SPDX-License-Identifier: EUPL-1.2
"""E-mail: for who has nothing else, and for what may be read later. It is the fallback, not the alarm."""

import smtplib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.base import Channel, Message, Receipt, TakeIn
from buurtwacht.lib.errors import DomainError

from .listening import is_understood, listen_at
from .postmen import Postmen
from .receiver import EmailReceiver
from .refusals import failure_in
from .settling import settings_problems

THREADS = 4
URGENT = ("alarm", "update")


class EmailChannel(Channel):
    kind = "email"
    doubles = False  # mailboxes know a letter by its name
    label = _("E-mail")
    receiver = EmailReceiver

    def __init__(self) -> None:
        self.listens = is_understood(settings.MAIL_IN)  # one process does; any process may send
        # Two sets of postmen: a digest to a thousand readers must not stand in front of an alarm.
        self._urgent: Postmen | None = None
        self._patient: Postmen | None = None

    def normalise(self, address: str) -> str:
        tidy = address.strip().lower()
        try:
            validate_email(tidy)
        except ValidationError as error:
            raise DomainError(_("This is not an e-mail address. It looks like name@example.org.")) from error
        return tidy

    async def send(self, message: Message, address: str) -> Receipt:
        try:
            return Receipt(await self._postmen(message).carry(message, address))
        except (smtplib.SMTPException, OSError) as error:
            raise failure_in(error) from error

    async def close(self) -> None:
        for postmen in (self._urgent, self._patient):
            if postmen:
                postmen.close()
        self._urgent = self._patient = None

    async def listen(self, take_in: TakeIn) -> None:
        await listen_at(settings.MAIL_IN, settings.MAIL_IN_PASSWORD, take_in)

    def problems(self) -> list[str]:
        return settings_problems()

    def _postmen(self, message: Message) -> Postmen:
        if message.urgency in URGENT:
            self._urgent = self._urgent or Postmen(THREADS)
            return self._urgent
        self._patient = self._patient or Postmen(THREADS)
        return self._patient
