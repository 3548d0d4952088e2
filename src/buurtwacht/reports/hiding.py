# SPDX-License-Identifier: EUPL-1.2
"""Why words were put out of sight. No database."""

from enum import StrEnum

from django.utils.translation import gettext_lazy


class HideReason(StrEnum):
    """Why a coordinator hides something; told to who wrote it, so that it is never a mystery."""

    LOOKS_ONLY = "looks_only"
    NEIGHBOUR_NAMED = "neighbour_named"
    ACCUSATION = "accusation"
    HURTS = "hurts"
    DANGEROUS = "dangerous"
    UNTRUE = "untrue"
    NOT_FOR_HERE = "not_for_here"


HIDE_REASONS = (
    (HideReason.LOOKS_ONLY, gettext_lazy("It only says how somebody looks")),
    (HideReason.NEIGHBOUR_NAMED, gettext_lazy("It names somebody or an address")),
    (HideReason.ACCUSATION, gettext_lazy("It accuses somebody")),
    (HideReason.HURTS, gettext_lazy("It hurts or insults somebody")),
    (HideReason.DANGEROUS, gettext_lazy("It calls people to go there, follow or stop somebody")),
    (HideReason.UNTRUE, gettext_lazy("It is not true")),
    (HideReason.NOT_FOR_HERE, gettext_lazy("It is not about something suspicious going on now")),
)

TAKEN_BACK, CHANGED = "taken_back", "changed"  # by who wrote it: no coordinator had to


def hide_reason_words(code: str) -> str:
    """The reason as people read it; empty for a code that is none."""
    return next((str(label) for reason, label in HIDE_REASONS if reason == code), "")
