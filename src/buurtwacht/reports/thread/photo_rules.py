# SPDX-License-Identifier: EUPL-1.2
"""Who looks at which copy of a photo, and who decides about it (C8, R129). No database."""

from collections.abc import Set
from enum import StrEnum
from uuid import UUID

from buurtwacht.policy.model import PhotoRule, Policy
from buurtwacht.reports.models import Photo, Report

Audience = Photo.Audience


class Copy(StrEnum):
    """One of the two of a photo."""

    WHOLE = "whole"  # as it was taken
    SHOWN = "shown"  # for the group


def goes_to_the_group(policy: Policy) -> bool:
    """May a photo reach neighbours at all, once somebody looked at it?"""
    return policy.photo not in (PhotoRule.NEVER, PhotoRule.POLICE_ONLY)


def copies_for(photo: Photo, report: Report, *, writes: bool, judges: bool) -> frozenset[Copy]:
    """Which copies somebody may open, who shared it or not, who decides or not.

    What is for the police alone, nobody opens here. While it waits, its writer and who decides look at both copies;
    after that there is only what the group sees.
    """
    if not goes_to_the_group(report.group.policy) or photo.erased_at or report.status == Report.Status.HIDDEN:
        return frozenset()
    if photo.audience == Audience.GROUP:
        return frozenset({Copy.SHOWN})
    return frozenset(Copy) if photo.audience == Audience.WAITING and (writes or judges) else frozenset()


def decides(person_id: UUID, writer_id: UUID | None, judges: Set[UUID]) -> bool:
    """May this person say yes or no? Nobody judges their own photo, unless there is nobody else who can."""
    return person_id in judges and (person_id != writer_id or judges == {person_id})
