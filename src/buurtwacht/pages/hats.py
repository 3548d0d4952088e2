# SPDX-License-Identifier: EUPL-1.2
"""Which hats the person behind a request wears: asked once per request."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from buurtwacht.groups import queries
from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.groups.queries import Roles
from buurtwacht.groups.standing import own_memberships
from buurtwacht.policy.model import Policy


@dataclass(frozen=True, slots=True)
class Hats:
    """The groups in which somebody takes part, those that they coordinate today, and their roles for organisations."""

    memberships: tuple[Membership, ...] = ()
    desks: tuple[WatchGroup, ...] = ()
    roles: Roles = field(default_factory=Roles)

    @property
    def groups(self) -> tuple[WatchGroup, ...]:
        return tuple(membership.group for membership in self.memberships)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Those for which the person has a role, and after that those of the groups."""
        roles = self.roles.officer + self.roles.official + self.roles.auditor
        return roles + tuple(group.organisation for group in self.groups)

    @property
    def place(self) -> str:
        """Where this person belongs, for under the name of the program: "Vogelbuurt, Ede"."""
        if self.memberships:
            group = self.memberships[0].group
            return f"{group.name}, {group.organisation.name}"
        return self.organisations[0].name if self.organisations else ""

    @property
    def policy(self) -> Policy | None:
        """That of the first group, or of a group of the first organisation."""
        group = self.groups[0] if self.groups else None
        if group is None and self.organisations:
            group = queries.groups_under(self.organisations[0]).first()
        return group.policy if group else None

    @property
    def emergency_number(self) -> str:
        """The number of the policy, or of this installation."""
        return self.policy.emergency_number if self.policy else str(settings.EMERGENCY_NUMBER)

    @property
    def other_numbers(self) -> list[dict[str, str]]:
        """Whom else one may call: fire and ambulance where that is another number, and the police without haste."""
        policy = self.policy
        if policy is None:
            return []
        pairs = [
            (policy.fire_and_ambulance_number, _("Fire or ambulance")),
            (policy.non_urgent_number, _("Police, no emergency")),
        ]
        return [
            {"number": number, "label": label} for number, label in pairs if number not in ("", policy.emergency_number)
        ]


def hats_of(request: HttpRequest) -> Hats:
    """The hats of whoever makes this request; none for a visitor."""
    known: Hats | None = getattr(request, "hats", None)
    if known is None:
        known = _ask(request)
        request.hats = known  # type: ignore[attr-defined]
    return known


def _ask(request: HttpRequest) -> Hats:
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return Hats()
    memberships = own_memberships(request)
    desks = sorted((one.group for one in memberships if one.coordinates), key=lambda group: group.name)
    return Hats(memberships, tuple(desks), queries.roles_of(person))
