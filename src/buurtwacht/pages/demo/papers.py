# SPDX-License-Identifier: EUPL-1.2
"""What neighbours agreed to before the demo begins. A handful have not yet, so that one sees how that looks."""

from datetime import datetime, time

from django.utils import timezone

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.enrolment.signing.mark import TICK, Mark, written
from buurtwacht.enrolment.signing.rules import lasting_kinds, signed_kind
from buurtwacht.enrolment.signing.services import accept_again, sign_confidentiality
from buurtwacht.enrolment.signing.texts import text_for
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of

from .clock import as_if
from .own_rules import agree_on_the_gate
from .people import DOMAIN

NOT_YET = frozenset(f"buur{number}.vogelbuurt@{DOMAIN}" for number in (11, 23, 37, 52))
NOT_PROMISED = frozenset({f"lotte@{DOMAIN}"})


def agree() -> None:
    """Every member agrees, and every coordinator promises to keep data private: on the day of joining.

    Who joined before the texts of now were written does so on the day that these began.
    """
    agree_on_the_gate()
    for group in WatchGroup.objects.select_related("organisation"):
        began = _texts_began(group)
        for membership in members_of(group).select_related("person"):
            email = membership.person.email
            with as_if(max(membership.joined_at, began)):
                if email not in NOT_YET:
                    accept_again(membership, _mark_of(membership))
                if membership.role == Membership.Role.COORDINATOR and email not in NOT_PROMISED:
                    promise(membership)


def _texts_began(group: WatchGroup) -> datetime:
    """The first moment at which somebody could say yes to the texts of now."""
    kinds = (*lasting_kinds(group.policy), Acceptance.Kind.CONFIDENTIALITY)
    since = max(text_for(kind, group).since for kind in kinds)
    return min(datetime.combine(since, time(), group.tz), timezone.now())


def promise(membership: Membership) -> None:
    """The confidentiality agreement, with a typed name."""
    person = membership.person
    sign_confidentiality(membership.group, person, written(strokes="", name=person.first_name))


def _mark_of(membership: Membership) -> Mark:
    return written(strokes="", name=membership.person.first_name) if signed_kind(membership.group.policy) else TICK
