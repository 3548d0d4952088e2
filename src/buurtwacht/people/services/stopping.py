# SPDX-License-Identifier: EUPL-1.2
"""STOP, and START again: somebody says on a channel itself that we may no longer write there, or that we may."""

from django.db import transaction
from django.utils import timezone

from buurtwacht.journal.services import record
from buurtwacht.people.models import ContactPoint


@transaction.atomic
def stop_channel(point: ContactPoint) -> ContactPoint:
    """Its owner wants nothing more here. The way stays known, so that they are heard when they come back."""
    point.is_on, point.stopped_at = False, timezone.now()
    point.save(update_fields=["is_on", "stopped_at"])
    record("contact_point.stopped", point.pk, by=point.person, person=point.person_id, channel=point.channel)
    return point


@transaction.atomic
def start_channel(point: ContactPoint) -> ContactPoint:
    """Its owner wants messages here again."""
    point.is_on, point.stopped_at, point.gone_at = True, None, None
    point.agreed_at, point.agreed_how = timezone.now(), ContactPoint.Agreed.MESSAGE
    point.save(update_fields=["is_on", "stopped_at", "gone_at", "agreed_at", "agreed_how"])
    record("contact_point.started", point.pk, by=point.person, person=point.person_id, channel=point.channel)
    return point
