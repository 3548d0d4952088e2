# SPDX-License-Identifier: EUPL-1.2
"""Who answers for the data, as visitors read it and as the register says it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from buurtwacht.groups.models import Organisation
from buurtwacht.groups.queries import groups_of
from buurtwacht.people.models import Person

from .models import DataParty

Role = DataParty.Role


@dataclass(frozen=True, slots=True)
class Responsible:
    """One organisation, who decides about the data of its groups, and who works with them."""

    organisation: Organisation
    controllers: Sequence[DataParty]
    processors: Sequence[DataParty]

    @property
    def is_joint(self) -> bool:
        """Do several decide together (GDPR, article 26)?"""
        return len(self.controllers) > 1


def all_responsible(person: Person | None = None) -> list[Responsible]:
    """The organisations of this person's groups and duties; for a visitor, and who has none, every one. By name."""
    rows = Organisation.objects.order_by("name", "pk").prefetch_related("data_parties")
    if person:
        mine = Q(groups__in=groups_of(person)) | Q(roles__person=person)
        rows = rows.filter(pk__in=Organisation.objects.filter(mine).values("pk")) or rows
    return [responsible_for(organisation) for organisation in rows]


def responsible_for(organisation: Organisation) -> Responsible:
    parties = list(organisation.data_parties.all())
    deciding = [one for one in parties if one.role == Role.CONTROLLER]
    return Responsible(organisation, deciding, [one for one in parties if one.role == Role.PROCESSOR])


def register_lines(organisation: Organisation) -> list[str]:
    """For the processing register, which is in English."""
    found = responsible_for(organisation)
    lines = [_line("Controller", one) for one in found.controllers]
    if found.is_joint:
        lines.append("- The controllers decide together (GDPR, article 26).")
    lines += [_line("Processor", one) for one in found.processors]
    if organisation.breach_mailbox:
        lines.append(f"- Data breaches are told to {organisation.breach_mailbox}.")
    return lines


def rows_of(organisation: Organisation) -> list[dict[str, object]]:
    """What the form begins with."""
    names = ("role", "name", "contact", "does", "since")
    return list(organisation.data_parties.values(*names))


def _line(role: str, one: DataParty) -> str:
    does = f", {one.does}" if one.does else ""
    return f"- {role} since {one.since:%Y-%m-%d}: {one.name} ({one.contact}){does}"
