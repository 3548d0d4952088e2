# SPDX-License-Identifier: EUPL-1.2
"""What the public pages show."""

from collections.abc import Sequence
from dataclasses import dataclass

from buurtwacht.enrolment.signing.texts import groups_with_own_rules
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import groups_under
from buurtwacht.policy.model import Policy
from buurtwacht.policy.presets import PRESETS

from .link_check import BROKEN_AFTER
from .mapping.territory import Piece, counted_groups, pieces_of
from .models import SiteLink

Status = WatchGroup.Status


def oldest_group(organisation: Organisation) -> WatchGroup | None:
    """The group whose quiet hours and language count for news of the organisation itself."""
    return organisation.groups.select_related("organisation").order_by("created_at", "pk").first()


@dataclass(frozen=True, slots=True)
class Listed:
    """One group in the directory."""

    group: WatchGroup
    members: int

    @property
    def is_forming(self) -> bool:
        return self.group.status == Status.FORMING

    @property
    def is_resting(self) -> bool:
        return self.group.status == Status.DORMANT

    @property
    def needed(self) -> int:
        """How many neighbours are still needed before it can start."""
        return max(self.group.needed_members - self.members, 0)

    @property
    def percent(self) -> int:
        return min(100, 100 * self.members // self.group.needed_members) if self.group.needed_members else 100


@dataclass(frozen=True, slots=True)
class Directory:
    """The groups of one organisation, and the pieces of the map."""

    organisation: Organisation
    groups: Sequence[Listed]
    pieces: Sequence[Piece]

    @property
    def forming(self) -> list[Listed]:
        """Those nearest to their start first."""
        return sorted((one for one in self.groups if one.is_forming), key=lambda one: (one.needed, one.group.name))

    @property
    def running(self) -> list[Listed]:
        return [one for one in self.groups if not one.is_forming]


def directory_of(organisation: Organisation) -> Directory:
    """Everything that a visitor sees of the groups here. Some five queries, whatever the number of groups."""
    groups = counted_groups(organisation)
    listed = [Listed(group, group.members_now) for group in groups]  # type: ignore[attr-defined]
    return Directory(organisation, listed, pieces_of(groups))


def organisations() -> list[Organisation]:
    """Every organisation of this installation, by name."""
    return list(Organisation.objects.order_by("name"))


def only_organisation() -> Organisation | None:
    """The one organisation of this installation; None when there are several, or none yet."""
    found = list(Organisation.objects.order_by("name")[:2])
    return found[0] if len(found) == 1 else None


def example_of(organisation: Organisation) -> WatchGroup | None:
    """The group whose rules most tell what happens here: the oldest one that neighbours know of."""
    return groups_under(organisation).exclude(status=Status.IDEA).order_by("created_at", "pk").first()


def groups_with_rules(organisation: Organisation) -> list[WatchGroup]:
    """The groups that visitors know of and that added house rules of their own."""
    return groups_with_own_rules(groups_under(organisation).exclude(status=Status.IDEA))


def preset_of(organisation: Organisation) -> str:
    """The house rules of its oldest group, or else what we advise for its country."""
    example = example_of(organisation)
    if example:
        return str(example.preset)
    return "be" if organisation.language == "nl-be" else "nl"


def policy_of(organisation: Organisation) -> Policy:
    """The rules of the oldest group with what it changed; for an organisation without groups those of its country."""
    example = example_of(organisation)
    return example.policy if example else PRESETS[preset_of(organisation)]


def country_of(organisation: Organisation | None) -> str:
    """The country of its rules: "nl" or "be"; nothing without an organisation."""
    return policy_of(organisation).country if organisation else ""


def links_of(organisation: Organisation) -> list[SiteLink]:
    """Pages elsewhere that still answer."""
    return list(organisation.site_links.filter(failures__lt=BROKEN_AFTER))
