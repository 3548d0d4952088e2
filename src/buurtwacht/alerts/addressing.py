# SPDX-License-Identifier: EUPL-1.2
"""From ears and words to recipients: each text is made once per language and lock screen, then addressed to many."""

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from uuid import UUID

from django.conf import settings
from django.utils import timezone, translation

from buurtwacht.channels.base import Message
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Recipient, Resolved
from buurtwacht.live.tokens import receipt_token
from buurtwacht.people.rules import end_of_quiet
from buurtwacht.reports.models import Report

from .audience import Ear
from .messages import Envelope, Words, addressed, message_for, topic_of
from .quiet import later

MAIL = "email"
Telling = Callable[[Ear], Words]  # the words for one reader, in the language that is active

_LANGUAGES = {code for code, _ in settings.LANGUAGES}


class Addressing:
    """Addresses one intent. `about` is the report that receipts speak of, `zone` where its neighbours live."""

    def __init__(self, intent: Intent, envelope: Envelope, about: UUID, zone: tzinfo) -> None:
        self._intent = intent
        self._envelope = envelope
        self._about = about
        self._zone = zone
        self._made: dict[tuple[str, str, object], Message] = {}

    def to(
        self,
        ears: Iterable[Ear],
        telling: Telling,
        *,
        key: Callable[[Ear], object] = bool,
        hold: datetime | None = None,
    ) -> Resolved:
        """Everybody as a recipient. Readers with the same `key`, language and lock screen read the same.

        `hold` keeps it from all of them until then. Quiet hours keep it from those who have them, but for an alarm.
        """
        now = timezone.now()
        return Resolved([self._recipient(ear, telling, key(ear), later(hold, self._quiet(ear, now))) for ear in ears])

    def _recipient(self, ear: Ear, telling: Telling, key: object, hold: datetime | None) -> Recipient:
        intent = self._intent
        reference = delivery_id(intent.pk, ear.contact_point_id)
        token = receipt_token(reference, ear.person_id, self._about)
        message = self._message(ear, telling, key)
        return Recipient(
            person_id=ear.person_id,
            contact_point_id=ear.contact_point_id,
            channel=ear.channel,
            address=ear.address,
            message=addressed(
                message, name=ear.first_name, token=token, reference=str(reference), by_mail=ear.channel == MAIL
            ),
            rung=ear.rung,
            after=ear.after,
            hold_until=hold,
        )

    def _message(self, ear: Ear, telling: Telling, key: object) -> Message:
        language = ear.language if ear.language in _LANGUAGES else settings.LANGUAGE_CODE
        made = self._made.get((language, ear.lock_screen, key))
        if made is None:
            with translation.override(language), timezone.override(self._zone):
                made = message_for(telling(ear), self._envelope, language=language, lock_screen=ear.lock_screen)
            self._made[language, ear.lock_screen, key] = made
        return made

    def _quiet(self, ear: Ear, now: datetime) -> datetime | None:
        if self._intent.priority == 0:
            return None
        return end_of_quiet(ear.quiet_from, ear.quiet_until, now, self._zone)


def addressing_of(intent: Intent, report: Report, answers: tuple[str, ...] = ()) -> Addressing:
    """Leads to the page of the report, and takes its place on a lock screen. `answers` fit on one."""
    envelope = Envelope(
        path=f"/meldingen/{report.pk}/",
        priority=intent.priority,
        ttl=intent.ttl,
        topic=topic_of(report.pk),
        group=report.group,
        answers=answers,
    )
    return Addressing(intent, envelope, report.pk, report.group.tz)
