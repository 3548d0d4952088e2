# SPDX-License-Identifier: EUPL-1.2
"""What was done and said before a group started, and how its settings changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from buurtwacht.policy.presets import policy_for

from .material import is_material
from .models import GroupNote, PolicyVersion, WatchGroup
from .rules import differences
from .setting_words import SETTINGS, Words


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the settings: when, which settings changed in words, and whether members were asked again."""

    number: int
    at: datetime
    changed: Sequence[Words]
    is_material: bool


def notes_of(group: WatchGroup) -> QuerySet[GroupNote]:
    """The log, newest first, with who wrote it."""
    return group.notes.select_related("author")


def steps_done(group: WatchGroup) -> list[str]:
    """The steps of the checklist that have been ticked."""
    return list(group.steps.values_list("name", flat=True))


def versions_of(group: WatchGroup) -> list[Version]:
    """How the settings changed, newest first."""
    rows = list(group.policy_versions.order_by("number"))
    found = [_version(before, row) for before, row in zip([None, *rows], rows, strict=False)]
    return found[::-1]


def _version(before: PolicyVersion | None, row: PolicyVersion) -> Version:
    after = policy_for(row.preset, row.overrides)
    names = differences(policy_for(before.preset, before.overrides), after) if before else []
    changed = [SETTINGS[name][0] for name in names if name in SETTINGS]
    return Version(row.number, row.changed_at, changed, is_material(names))
