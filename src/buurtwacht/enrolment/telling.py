# SPDX-License-Identifier: EUPL-1.2
"""What members hear from enrolment: a letter by mail, and a short notice on the devices that take alerts."""

from collections.abc import Callable
from datetime import time
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext, override

from buurtwacht.channels.base import Message
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Recipient, Resolved
from buurtwacht.enrolment.mails import signed_off
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.post import post
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.rules import end_of_quiet
from buurtwacht.people.steps import ONLY_ALARMS

MAIL = "email"
NIGHT = time(21, 0), time(8, 0)  # on the wall of the neighbourhood; nothing here is worth waking somebody for

Words = Callable[[], tuple[str, str]]  # title and body, in the language that is active


def reads_mail(person: Person) -> bool:
    """Does this person have a mail address? Addresses that lead nowhere end in `.invalid` (RFC 6761)."""
    return not person.email.endswith(".invalid")


def mail_member(
    person: Person, group: WatchGroup, *, subject: str, template: str, context: dict[str, Any] | None = None
) -> None:
    """Write to a member in their language. Call it from a handler of the journal, which tries again when it fails.

    `subject` is marked with `gettext_noop`, and may hold `%(group)s`. Who has no mail address gets nothing.
    """
    if not reads_mail(person):
        return
    with override(person.language):
        words = {
            "person": person,
            "group": group,
            "organisation": group.organisation,
            "number": group.policy.emergency_number,
            "site": settings.SITE_URL,
            **(context or {}),
        }
        body = signed_off(render_to_string(template, words), group)
        post(person.email, gettext(subject) % {"group": group.name}, body)


def notice_to(intent: Intent, person: Person, group: WatchGroup, *, path: str, words: Words) -> Resolved:
    """A short notice on everything of this person but mail, by which they get a letter. It waits until the morning.

    Nothing private goes in it: it may be read on a locked screen.
    """
    hold = end_of_quiet(*NIGHT, timezone.now(), group.tz)
    with override(person.language):
        title, body = words()
    message = Message(
        title=title,
        body=body,
        url=f"{settings.SITE_URL}{path}",
        topic=intent.subject_id.hex,
        ttl=intent.ttl,
        language=person.language,
        sound=False,
        extra={"emergency_number": group.policy.emergency_number, "group": group.slug},
    )
    return Resolved(
        [
            Recipient(person.pk, point.pk, point.channel, point.address, message, hold_until=hold)
            for point in _devices_of(person)
        ]
    )


def _devices_of(person: Person) -> list[ContactPoint]:
    kinds = channels().keys() - {MAIL} - ONLY_ALARMS
    reachable = ContactPoint.objects.filter(person=person, channel__in=kinds, is_on=True, gone_at=None)
    return list(reachable.filter(verified_at__isnull=False, person__is_active=True))
