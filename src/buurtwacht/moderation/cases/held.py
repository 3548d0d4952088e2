# SPDX-License-Identifier: EUPL-1.2
"""What nobody changes on the way to win a case: who decides about a removal, and who is a second pair of eyes."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from buurtwacht.groups.models import PolicyVersion
from buurtwacht.groups.together.near import appointed_by
from buurtwacht.moderation.models import Case
from buurtwacht.policy.model import Policy
from buurtwacht.policy.presets import policy_for

SETTLED = timedelta(days=14)  # our choice: the members have read a new rule by then
BEFOREHAND = timedelta(days=1)  # who was appointed for a case was appointed shortly before it, or during it


def policy_of(case: Case) -> Policy:
    """The policy of the group, with the rule about removals as it stood a fortnight before the case was opened.

    In a younger group that with which it began. A coordinator can change the rule, and not for a case.
    """
    policy = case.group.policy
    versions = PolicyVersion.objects.filter(group=case.group_id)
    settled = versions.filter(changed_at__lte=case.opened_at - SETTLED)
    then = settled.order_by("-number").first() or versions.order_by("number").first()
    return replace(policy, removal=policy_for(then.preset, then.overrides).removal) if then else policy


def appointed_for(case: Case, by: set[UUID]) -> list[UUID]:
    """Whom these people let administer the group since shortly before the case was opened."""
    return appointed_by(by, case.group, case.opened_at - BEFOREHAND)
