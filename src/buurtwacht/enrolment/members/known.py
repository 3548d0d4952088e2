# SPDX-License-Identifier: EUPL-1.2
"""What we know already of the people on a list: who takes part, who has applied, and which streets there are."""

from collections.abc import Iterable, Sequence

from django.db.models.functions import Lower

from buurtwacht.enrolment.applying.services.submit import mark_of_email
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.places.names import closest
from buurtwacht.places.queries import streets_in

Values = dict[str, str]


class Streets:
    """The streets of a group's area, each text looked up once."""

    def __init__(self, group: WatchGroup) -> None:
        self._names = list(streets_in(group.area).values_list("name", flat=True)) if group.area else []
        self._found: dict[str, bool] = {}

    def has(self, text: str) -> bool:
        """Is this one of them, as people type it? A group without streets knows every street."""
        if not self._names or not text:
            return True
        if text not in self._found:
            self._found[text] = closest(text, self._names) is not None
        return self._found[text]


def problems_with(group: WatchGroup, people: Sequence[Values]) -> list[list[str]]:
    """For each: "already_member" or "already_applied" when they are known. Two queries, however many people."""
    addresses = {values["email"] for values in people if values["email"]}
    members = set(
        members_of(group)
        .annotate(address=Lower("person__email"))
        .filter(address__in=addresses)
        .values_list("address", flat=True)
    )
    applied = _applied(group, addresses)
    return [_problems(values["email"], members, applied) for values in people]


def _problems(address: str, members: set[str], applied: set[str]) -> list[str]:
    if not address:
        return []
    if address in members:
        return ["already_member"]
    return ["already_applied"] if mark_of_email(address) in applied else []


def _applied(group: WatchGroup, addresses: Iterable[str]) -> set[str]:
    marks = [mark_of_email(address) for address in addresses]
    going_on = Application.objects.filter(group=group, ended_at=None, email_fingerprint__in=marks)
    return set(going_on.values_list("email_fingerprint", flat=True))
