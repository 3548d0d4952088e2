# SPDX-License-Identifier: EUPL-1.2
"""The telephone numbers that somebody proved to have."""

from buurtwacht.people.models import ContactPoint, Person

BY_NUMBER = ("sms", "voice")  # the channels whose address is a number as E.164


def proven_numbers(person: Person) -> list[str]:
    """Each once, the oldest first."""
    points = ContactPoint.objects.filter(person=person, channel__in=BY_NUMBER, verified_at__isnull=False)
    return list(dict.fromkeys(point.address for point in points.order_by("created_at", "pk")))
