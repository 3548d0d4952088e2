# SPDX-License-Identifier: EUPL-1.2
"""A group whose members are reached in many ways, in an installation that may be maltreated.

`python -m buurtwacht.testing.mixed_street build` makes it and prints the id of the group; `… tell GROUP` lets somebody
report; `… board` prints, a line per channel, how it does in the eyes of the operator.
"""

import os
import sys
from collections.abc import Iterator
from uuid import UUID

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    import django

    django.setup()

from django.utils import timezone, translation

from buurtwacht.groups.models import Membership
from buurtwacht.pages.channel_board import board
from buurtwacht.people.models import ContactPoint
from buurtwacht.testing import crowd

MEMBERS = 250
# How many neighbours have which ways. Everybody has at least one that does not go through WhatsApp.
WAYS = ((100, ("whatsapp", "sms")), (60, ("whatsapp", "email")), (50, ("sms",)), (40, ("email",)))


def build() -> UUID:
    """The group, and one neighbour more who reports. Returns its id."""
    [group_id] = crowd.build(1, MEMBERS + 1, "log")
    people = list(Membership.objects.filter(group=group_id).order_by("pk").values_list("person_id", flat=True))
    reporter = Membership.objects.filter(group=group_id, role="member").order_by("pk").first()
    people.remove(reporter.person_id)
    ContactPoint.objects.all().delete()
    now = timezone.now()
    for number, (person_id, channels) in enumerate(zip(people, _ways(), strict=True)):
        for channel in channels:
            ContactPoint(
                person_id=person_id, channel=channel, address=_address(channel, number), verified_at=now
            ).save()
    return group_id


def _ways() -> Iterator[tuple[str, ...]]:
    for count, channels in WAYS:
        yield from [channels] * count


def _address(channel: str, number: int) -> str:
    return f"buur{number}@voorbeeld.example" if channel == "email" else f"+316{10_000_000 + number}"


def main() -> None:
    what, *words = sys.argv[1:]
    if what == "build":
        print(build())  # noqa: T201 - the answer of a command
    elif what == "tell":
        print(crowd.tell(UUID(words[0])))  # noqa: T201
    else:
        with translation.override("en"):
            for lamp in board():
                errors = "; ".join(error for error, _ in lamp.figures.errors)
                print(lamp.figures.kind, lamp.state, errors, sep="\t")  # noqa: T201


if __name__ == "__main__":
    main()
