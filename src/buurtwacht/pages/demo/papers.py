# SPDX-License-Identifier: EUPL-1.2
"""What neighbours agreed to before the demo begins. A handful have not yet, so that one sees how that looks."""

from buurtwacht.enrolment.signing.mark import TICK, Mark, written
from buurtwacht.enrolment.signing.rules import signed_kind
from buurtwacht.enrolment.signing.services import accept_again, sign_confidentiality
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of

from .clock import as_if
from .own_rules import agree_on_the_gate
from .people import DOMAIN

NOT_YET = frozenset(f"buur{number}.vogelbuurt@{DOMAIN}" for number in (11, 23, 37, 52))
NOT_PROMISED = frozenset({f"lotte@{DOMAIN}"})


def agree() -> None:
    """Every member agrees on the day of joining, and every coordinator promises to keep data private."""
    agree_on_the_gate()
    for group in WatchGroup.objects.select_related("organisation"):
        for membership in members_of(group).select_related("person"):
            email = membership.person.email
            with as_if(membership.joined_at):
                if email not in NOT_YET:
                    accept_again(membership, _mark_of(membership))
                if membership.role == Membership.Role.COORDINATOR and email not in NOT_PROMISED:
                    promise(membership)


def promise(membership: Membership) -> None:
    """The confidentiality agreement, with a typed name."""
    person = membership.person
    sign_confidentiality(membership.group, person, written(strokes="", name=person.first_name))


def _mark_of(membership: Membership) -> Mark:
    return written(strokes="", name=membership.person.first_name) if signed_kind(membership.group.policy) else TICK
