# SPDX-License-Identifier: EUPL-1.2
"""Whose address is this? For what comes in from a channel."""

from django.db.models import Q

from buurtwacht.channels.registry import channels
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import ContactPoint, mark_of


def person_at(channel: str, address: str, other: str = "") -> ContactPoint | None:
    """The proven way to reach somebody that has this address, on or off; None when nobody has it.

    `other` is a second name of the same sender, where the other side gives one: it belongs to an account and not to a
    number, so it decides. A number that came back with another account has changed hands, and is nobody's here.
    """
    mark, second = mark_of(channel, spelled(channel, address)), mark_of(channel, other) if other else ""
    marks = [each for each in (mark, second) if each]
    proven = ContactPoint.objects.select_related("person").filter(
        Q(fingerprint__in=marks) | Q(other_fingerprint__in=marks),
        channel=channel,
        verified_at__isnull=False,
        person__is_active=True,
    )
    points = list(proven)
    for point in points:
        if second and second in (point.fingerprint, point.other_fingerprint):
            return point
    strangers = [point for point in points if second and point.other_fingerprint]
    return next((point for point in points if point not in strangers), None)


def spelled(channel: str, address: str) -> str:
    """The address in its one spelling; as it stands when it has none."""
    known = channels().get(channel)
    try:
        return known.normalise(address) if known else address
    except DomainError:
        return address
