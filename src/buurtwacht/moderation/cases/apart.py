# SPDX-License-Identifier: EUPL-1.2
"""Two people are two people: who shares a phone number, a mail address or a home counts as one when two are needed.

Looked at when it matters, from what is known anyway, and nothing of it is kept. What cannot be seen, such as a second
mailbox with a second number at another address, stands in docs/moderation.md.
"""

import re
from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.together.near import tells_who_is_near
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.moderation.bans.marks import Mark, marks_of
from buurtwacht.people.models import Person
from buurtwacht.people.queries import known_addresses_of
from buurtwacht.places.names import plain

HOME = "home"
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_SAYS_NOTHING = frozenset({"nr", "no", "nummer", "numero", "bus", "bte", "boite", "box"})  # in a house number


@tells_who_is_near
def near(people: Collection[UUID], among: Collection[UUID], group: WatchGroup) -> set[UUID]:
    """Those of `among` who are one of these people, or share a contact address or a home with one of them."""
    if not people or not among:
        return set()
    marks = _marks_of_all({*people, *among}, group.policy.country)
    theirs = set().union(*(marks[one] for one in people))
    return {one for one in among if one in people or marks[one] & theirs}


def without_near(rows: QuerySet[Person], people: Collection[UUID], group: WatchGroup) -> QuerySet[Person]:
    """These people, apart from who is one of `people` or close to one of them."""
    return rows.exclude(pk__in=near(people, list(rows.values_list("pk", flat=True)), group))


def house_spelling(number: str) -> str:
    """One spelling of a house number: "12 bus 3", "12/3" and "nr. 12-3" are one, and "123" is another. Pure."""
    return "-".join(piece for piece in _PIECES.findall(plain(number)) if piece not in _SAYS_NOTHING)


def _marks_of_all(people: Collection[UUID], country: str) -> dict[UUID, set[Mark]]:
    """Only what somebody showed to be theirs, or a group wrote down."""
    phones: dict[UUID, list[str]] = defaultdict(list)
    marks: dict[UUID, set[Mark]] = defaultdict(set)
    for member in Membership.objects.filter(person__in=people, left_at=None):
        phones[member.person_id].append(member.phone)
        marks[member.person_id] |= _homes_of(member)
    for person_id, known in known_addresses_of(people, proven=True).items():
        marks[person_id] |= marks_of(known.emails, [*known.phones, *phones[person_id]], country=country)
    return marks


def _homes_of(member: Membership) -> set[Mark]:
    """By street in its group, and by postcode wherever it is. Nothing without a house number."""
    number = house_spelling(member.house_number)
    places = (f"{member.group_id} {plain(member.street)}", member.postcode.replace(" ", "").upper())
    known = [f"{place} {number}" for place in places if number and place]
    return {Mark(HOME, fingerprint(text, "home")) for text in known}
