# SPDX-License-Identifier: EUPL-1.2
"""What the policy of a group means for the wording check."""

from buurtwacht.policy.model import PlateRule, Policy, SkinColour
from buurtwacht.wording.advice import Allowed


def allowed_by(policy: Policy) -> Allowed:
    """What neighbours may read about others."""
    return Allowed(
        skin_colour=policy.skin_colour is not SkinColour.OFF,
        plates=policy.plate is PlateRule.GROUP,
    )
