# SPDX-License-Identifier: EUPL-1.2
"""What every public page of an organisation shows around its own words."""

from typing import Any

from buurtwacht.groups.models import Organisation, WatchGroup

from . import queries


def frame_of(organisation: Organisation | None, group: WatchGroup | None = None) -> dict[str, Any]:
    """The name under that of the program, and the emergency number of the place; nothing without an organisation."""
    if organisation is None:
        return {"organisation": None}
    policy = group.policy if group else queries.policy_of(organisation)
    return {
        "organisation": organisation,
        "policy": policy,
        "place": f"{group.name}, {organisation.name}" if group else organisation.name,
        "sos": {"number": policy.emergency_number, "called_at": None, "quiet": False},
    }
