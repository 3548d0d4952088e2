# SPDX-License-Identifier: EUPL-1.2
"""News about a group for the people in it: no alarm, so it waits until the morning, and for who wants quiet longer.

A room above that wants to tell members something makes an intent, and answers for it like this:

    @resolves("application.waiting")
    def tell(intent: Intent) -> Resolved:
        return told(intent, group, coordinators_in(group), lambda: Notice(title=…, body=…, path=…))
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone, translation

from buurtwacht.channels.base import Message
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Recipient, Resolved
from buurtwacht.live.tokens import receipt_token
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.rules import end_of_quiet
from buurtwacht.people.steps import ONLY_ALARMS, rungs

from .models import OrganisationRole, WatchGroup
from .queries import coordinators_of, members_of

NOTICE = 2  # the priority of an intent that can wait a minute
MAIL = "email"
NIGHT = (time(21), time(8))  # nothing here is worth waking somebody for
_LANGUAGES = {code for code, _name in settings.LANGUAGES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The words of one piece of news in the language that is active. `letter` is what a mail says instead of `body`."""

    title: str
    body: str
    path: str = "/"
    letter: str = ""


Telling = Callable[[], Notice]


def everybody_in(group: WatchGroup) -> Q:
    """Contact points of everybody who takes part in the group now."""
    return Q(person__in=members_of(group).values("person"))


def coordinators_in(group: WatchGroup) -> Q:
    """Contact points of who coordinates the group today, deputies included."""
    return Q(person__in=coordinators_of(group).values("person"))


def officials_of(group: WatchGroup) -> Q:
    """Contact points of the officials of the organisation that stands behind the group."""
    roles = OrganisationRole.objects.filter(organisation=group.organisation_id, role=OrganisationRole.Role.OFFICIAL)
    return Q(person__in=roles.values("person"))


def told(intent: Intent, group: WatchGroup, whom: Q, telling: Telling) -> Resolved:
    """Everybody whom this news concerns, each on the steps of their own ladder and after their quiet hours."""
    points = ContactPoint.objects.filter(
        whom,
        is_on=True,
        gone_at=None,
        verified_at__isnull=False,
        channel__in=channels().keys() - ONLY_ALARMS,
        person__is_active=True,
    )
    found = list(points.select_related("person").order_by("person_id", "created_at", "pk"))
    letters = _Letters(intent, group, telling)
    kinds: dict[UUID, set[str]] = defaultdict(set)
    for point in found:
        kinds[point.person_id].add(point.channel)
    return Resolved([letters.to(point, rungs(frozenset(kinds[point.person_id]))[point.channel]) for point in found])


class _Letters:
    """Makes each text once per language, and addresses it to many."""

    def __init__(self, intent: Intent, group: WatchGroup, telling: Telling) -> None:
        self._intent = intent
        self._group = group
        self._telling = telling
        self._made: dict[str, Message] = {}

    def to(self, point: ContactPoint, rung: int) -> Recipient:
        person = point.person
        message = self._message(person.language)
        token = receipt_token(delivery_id(self._intent.pk, point.pk), person.pk, self._group.pk)
        extra = message.extra
        if point.channel == MAIL:
            extra = extra | {"mail": extra["mail"] | {"name": person.first_name}}
        return Recipient(
            person_id=person.pk,
            contact_point_id=point.pk,
            channel=point.channel,
            address=point.address,
            message=replace(message, receipt_url=message.receipt_url + token, extra=extra),
            rung=rung,
            hold_until=self._hold(person),
        )

    def _hold(self, person: Person) -> datetime | None:
        """Until the end of the night, and of this person's own quiet hours."""
        now, zone = timezone.now(), self._group.tz
        ends = (end_of_quiet(*hours, now, zone) for hours in (NIGHT, (person.quiet_from, person.quiet_until)))
        return max((end for end in ends if end), default=None)

    def _message(self, language: str) -> Message:
        language = language if language in _LANGUAGES else settings.LANGUAGE_CODE
        if language not in self._made:
            with translation.override(language), timezone.override(self._group.tz):
                self._made[language] = self._written(self._telling(), language)
        return self._made[language]

    def _written(self, notice: Notice, language: str) -> Message:
        group = self._group
        mail = {"subject": notice.title, "body": notice.letter or notice.body, "group_name": group.name}
        return Message(
            title=notice.title,
            body=notice.body,
            url=f"{settings.SITE_URL}{notice.path}",
            urgency="notice",
            topic=self._intent.pk.hex,
            ttl=self._intent.ttl,
            language=language,
            receipt_url=f"{settings.LIVE_URL}/live/receipts?token=",
            sound=False,
            extra={"emergency_number": group.policy.emergency_number, "group": group.slug, "mail": mail},
        )
