# SPDX-License-Identifier: EUPL-1.2
"""Which steps a group may take against a member, who decides them, and whether the member can appeal. Pure.

The values come from `policy.removal` (requirements, section 3, row "removal of a member"; R147, R148).
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from buurtwacht.policy.model import Policy, Removal

from .models import Measure

Kind = Measure.Kind

TO_AGREE = timedelta(hours=24)  # in which a second administrator says yes or no
TO_APPEAL = timedelta(weeks=3)  # the circular of 2019 says three weeks; nobody gives less
TO_ANSWER = timedelta(weeks=2)  # in which an appeal is answered
BAN = timedelta(days=365)  # requirements, section 4.3


class Decider(StrEnum):
    """Who decides a step."""

    ADMINISTRATOR = "administrator"  # one of the administrators
    TOGETHER = "together"  # one proposes, another agrees within a day
    ANOTHER = "another"  # as together; who answers for the organisation, and is no party in the group, decides alone
    MUNICIPALITY = "municipality"  # an administrator proposes, an official agrees
    POLICE_CHIEF = "police_chief"  # the coordinator asks; the chief of police signs the letter


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder."""

    kind: Kind
    decider: Decider
    can_appeal: bool = True
    after: tuple[Kind, ...] = ()  # one of these came first


_TALK = Rung(Kind.TALK, Decider.ADMINISTRATOR, can_appeal=False)
_WARNING = Rung(Kind.WARNING, Decider.ADMINISTRATOR)


def _usual(decider: Decider) -> tuple[Rung, ...]:
    return (
        _TALK,
        _WARNING,
        Rung(Kind.SUSPENSION, Decider.ADMINISTRATOR),
        Rung(Kind.RELIEF, decider),
        Rung(Kind.REMOVAL, decider),
    )


# The circular of 28 February 2019: for a coordinator four steps in this order, with an appeal against the last one;
# for a member a written reprimand and a suspension, for a time or for good.
CIRCULAR_COORDINATOR = (
    _TALK,
    Rung(Kind.REPRIMAND, Decider.POLICE_CHIEF, can_appeal=False, after=(Kind.TALK,)),
    Rung(Kind.PROSECUTOR, Decider.POLICE_CHIEF, can_appeal=False, after=(Kind.REPRIMAND,)),
    Rung(Kind.REMOVAL, Decider.TOGETHER, after=(Kind.PROSECUTOR,)),
)
CIRCULAR_MEMBER = (
    _TALK,
    Rung(Kind.REPRIMAND, Decider.POLICE_CHIEF, can_appeal=False),
    Rung(Kind.SUSPENSION, Decider.ADMINISTRATOR),
    Rung(Kind.REMOVAL, Decider.TOGETHER, after=(Kind.REPRIMAND, Kind.SUSPENSION)),
)

ENDS = (Kind.REMOVAL, Kind.ENDING)  # after these somebody is in the group no more

# Nobody puts another administrator aside alone, whatever the rules of the group say: not for a while, and not for good.
_NOT_ALONE = frozenset({Kind.SUSPENSION, Kind.RELIEF, Kind.REMOVAL})

# What two people can also do about a coordinator where the ladder does not name it: no step for a broken rule, and
# without a ban. Somebody moved, died, or is not to be found any more.
CHANGES = (Rung(Kind.RELIEF, Decider.TOGETHER), Rung(Kind.ENDING, Decider.TOGETHER))

_DECIDER = {
    Removal.ADMINISTRATORS: Decider.ADMINISTRATOR,
    Removal.ADMINISTRATOR: Decider.ADMINISTRATOR,
    Removal.ADMINISTRATORS_TOGETHER: Decider.TOGETHER,
    Removal.TWO_PEOPLE_AND_APPEAL: Decider.TOGETHER,
    Removal.MUNICIPALITY: Decider.MUNICIPALITY,
}


def rungs_of(policy: Policy, *, coordinates: bool) -> tuple[Rung, ...]:
    """The steps against a member, or against a coordinator, lightest first."""
    if policy.removal is Removal.CIRCULAR_LADDER:
        return CIRCULAR_COORDINATOR if coordinates else CIRCULAR_MEMBER
    rungs = _usual(_DECIDER[policy.removal])
    if coordinates:
        return tuple(map(_not_alone, rungs))
    return tuple(rung for rung in rungs if rung.kind != Kind.RELIEF)


def rung_of(policy: Policy, kind: str, *, coordinates: bool) -> Rung | None:
    """The step of this kind; None where the policy does not know it."""
    rungs = rungs_of(policy, coordinates=coordinates) + (CHANGES if coordinates else ())
    return next((rung for rung in rungs if rung.kind == kind), None)


def _not_alone(rung: Rung) -> Rung:
    alone = rung.decider is Decider.ADMINISTRATOR and rung.kind in _NOT_ALONE
    return replace(rung, decider=Decider.ANOTHER) if alone else rung
