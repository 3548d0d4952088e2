# SPDX-License-Identifier: EUPL-1.2
"""How far somebody is who would like to coordinate."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Candidacy, Clearance, Verdict
from buurtwacht.enrolment.signing.queries import has_signed_confidentiality
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the candidate's own page shows."""

    membership: Membership
    candidacy: Candidacy | None
    asks_police: bool
    has_signed: bool
    others_coordinate: bool

    @property
    def is_open(self) -> bool:
        return self.candidacy is not None and self.candidacy.ended_at is None

    @property
    def has_to_agree(self) -> bool:
        """Do the police have to be asked, and did the candidate not say yes to that yet?"""
        return self.asks_police and not (self.candidacy and self.candidacy.agreed_at)

    @property
    def is_screened(self) -> bool:
        return self.candidacy is not None and is_screened(self.candidacy)

    @property
    def was_refused(self) -> bool:
        return self.candidacy is not None and self.candidacy.verdict == Verdict.NO

    @property
    def coordinates(self) -> bool:
        return self.membership.role == Membership.Role.COORDINATOR


@dataclass(frozen=True, slots=True)
class Contender:
    """A candidate as the coordinator sees one: a first name, a street, and what is left to do."""

    candidacy: Candidacy
    is_ready: bool
    has_signed: bool

    @property
    def step_in_words(self) -> str:
        if self.is_ready:
            return _("Everything that the rules ask is done.")
        if not is_screened(self.candidacy):
            return _("Is being checked.")
        return _("Has to sign to keep things private.")


def contenders_of(group: WatchGroup) -> list[Contender]:
    """Members who would like to coordinate, and were not appointed or refused yet."""
    rows = Candidacy.objects.filter(group=group, ended_at=None, membership__left_at=None)
    rows = rows.exclude(membership__role=Membership.Role.COORDINATOR)
    rows = rows.select_related("membership__person", "group__organisation").order_by("asked_at", "pk")
    return [Contender(row, is_ready(row), has_signed_confidentiality(row.membership.person, group)) for row in rows]


def candidate_of(membership: Membership) -> Candidate:
    """How far this member is with becoming coordinator of the group."""
    group = membership.group
    return Candidate(
        membership=membership,
        candidacy=Candidacy.objects.select_related("group__organisation").filter(membership=membership).first(),
        asks_police=rules.screens_coordinators(group.policy),
        has_signed=has_signed_confidentiality(membership.person, group),
        others_coordinate=coordinators_of(group).exclude(pk=membership.pk).exists(),
    )


def is_screened(candidacy: Candidacy) -> bool:
    """Have the police agreed, where the rules ask them, and does that still hold today?"""
    if not rules.screens_coordinators(candidacy.group.policy):
        return True
    today = timezone.localdate(timezone=candidacy.group.tz)
    still_good = candidacy.valid_until is None or candidacy.valid_until >= today
    return candidacy.verdict in (Verdict.YES, Verdict.UNTIL) and still_good


def is_ready(candidacy: Candidacy) -> bool:
    """Screened where that is asked, and signed: only the appointment is left."""
    person = candidacy.membership.person
    return is_screened(candidacy) and has_signed_confidentiality(person, candidacy.group)


def may_coordinate(membership: Membership) -> bool:
    """Did the police agree with this member, where the rules ask that of coordinators, and does that still hold?"""
    if not rules.screens_coordinators(membership.group.policy):
        return True
    today = timezone.localdate(timezone=membership.group.tz)
    return Clearance.objects.filter(membership=membership, valid_until__gte=today).exists()
