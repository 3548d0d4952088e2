# SPDX-License-Identifier: EUPL-1.2
"""The member's own order: when an alarm is tried in which way."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.rules import STEPS


@transaction.atomic
def order_ways(person: Person, steps: Mapping[str, int | None], *, off: frozenset[str] = frozenset()) -> None:
    """Each channel at its step (0, 1 or 2; None leaves it to us), those in `off` not at all.

    Raises `DomainError` for a step that is none, and when nothing at all would be left.
    """
    if any(step is not None and step not in STEPS for step in steps.values()):
        raise DomainError(_("Choose when we use each way."))
    points = list(ContactPoint.objects.select_for_update().filter(person=person, channel__in=[*steps, *off]))
    working = ContactPoint.objects.filter(person=person, is_on=True, gone_at=None, verified_at__isnull=False)
    others = working.exclude(channel__in=[*steps, *off])
    if points and not others.exists() and not any(point.channel not in off for point in points):
        raise DomainError(_("Then we could not reach you at all. Leave at least one way on."))
    for point in points:
        point.is_on = point.channel not in off and (point.is_on or not point.stopped_at)
        point.step = steps.get(point.channel) if point.channel not in off else point.step
        point.save(update_fields=["is_on", "step"])
    record("person.changed", person.pk, by=person, fields="steps")
