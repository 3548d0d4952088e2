# SPDX-License-Identifier: EUPL-1.2
"""Many groups of many neighbours, made in seconds by COPY: to measure with, and to break things in.

`python -m buurtwacht.testing.crowd build GROUPS MEMBERS CHANNEL` fills the database of an installation, and
`python -m buurtwacht.testing.crowd tell GROUP…` lets somebody in each of these groups report something.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    import django

    django.setup()

from django.db import connection
from django.utils import timezone

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.crypto import encrypt, fingerprint
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import make_organisation

Row = Sequence[Any]


GROUP = "id organisation_id name slug status preset overrides shared goal needed_members created_at"
PERSON = "id password email first_name family_name language lock_screen is_active is_demo created_at"
MEMBER = "id group_id person_id role street house_number postcode town phone kind serves is_unchecked joined_at"
POINT = "id person_id channel address fingerprint label verified_at is_on created_at agreed_how other_address"
POINT += " other_fingerprint"


def build(groups: int, members: int, channel: str, address_of: Callable[[int], str] | None = None) -> list[UUID]:
    """Groups of `members` each, everybody reachable on one channel. Returns the ids of the groups.

    `address_of` gives the address of neighbour number so and so.
    """
    now, sealed = timezone.now(), encrypt(b"Buur")
    town = make_organisation(f"Stad {new_id().hex[-6:]}").pk
    group_ids = [new_id() for _ in range(groups)]
    people = [new_id() for _ in range(groups * members)]
    _copy(
        "groups_watchgroup",
        GROUP,
        (
            (one, town, f"Buurt {n}", f"buurt-{one.hex}", "active", "nl", "{}", "{}", "", 10, now)
            for n, one in enumerate(group_ids)
        ),
    )
    _copy(
        "people_person",
        PERSON,
        ((one, "!", f"{one}@voorbeeld.example", sealed, sealed, "nl", "full", True, True, now) for one in people),
    )
    _copy("groups_membership", MEMBER, _memberships(group_ids, people, members, sealed, now))
    address_of = address_of or f"{channel}-{town}-{{}}".format
    addresses = (address_of(number) for number in range(len(people)))
    _copy("people_contactpoint", POINT, _points(people, addresses, channel, now))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE groups_watchgroup, people_person, groups_membership, people_contactpoint")
    return group_ids


def tell(group_id: UUID) -> UUID:
    """A neighbour of this group reports something, as an alarm. Returns the report's id."""
    group = WatchGroup.objects.select_related("organisation").get(pk=group_id)
    [somebody] = Membership.objects.filter(group=group, role="member").select_related("person").order_by("pk")[:1]
    return make_report(group, somebody.person).pk


def _memberships(
    group_ids: Sequence[UUID], people: Sequence[UUID], members: int, sealed: bytes, now: datetime
) -> Iterable[Row]:
    for number, one in enumerate(people):
        role = "member" if number % members != 1 else "coordinator"
        yield (new_id(), group_ids[number // members], one, role, *[sealed] * 5, "lives", False, False, now)


def _points(people: Sequence[UUID], addresses: Iterable[str], channel: str, now: datetime) -> Iterable[Row]:
    for one, where in zip(people, addresses, strict=True):
        mark = fingerprint(where, f"contact:{channel}")
        yield new_id(), one, channel, encrypt(where.encode()), mark, "", now, True, now, "", encrypt(b""), ""


def _copy(table: str, columns: str, rows: Iterable[Row]) -> None:
    order = f"COPY {table} ({', '.join(columns.split())}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(order) as copy:
        for row in rows:
            copy.write_row(row)


def main() -> None:
    """Build, or tell: the ids go to standard output, one a line."""
    what, *words = sys.argv[1:]
    if what == "build":
        groups, members, channel = words
        ids = build(int(groups), int(members), channel)
    else:
        ids = [tell(UUID(word)) for word in words]
    sys.stdout.writelines(f"{one}\n" for one in ids)


if __name__ == "__main__":
    main()
