# SPDX-License-Identifier: EUPL-1.2
"""Which bans run, and whom they hold back. Never a list of people: there is none."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from buurtwacht.enrolment.applying.services.submit import mark_of_email
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.doorkeepers import Newcomer
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.journal.models import Line
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.moderation.models import Ban, Measure, SharedAddress
from buurtwacht.people.models import Person
from buurtwacht.people.queries import Known, known_addresses, known_addresses_of
from buurtwacht.policy.model import Policy

from .marks import Mark, marks_of

MET = "ban.met"
COUNTRIES = ("nl", "be")  # of a number without one
DEEPEST = 12  # a group that came of a group that came of a group ...


def running_bans(group: WatchGroup) -> QuerySet[Ban]:
    """The bans that hold for this group now: its own, and those from before it was split off."""
    here = Q(group=group)
    part = group
    for _step in range(DEEPEST):
        if part.split_from is None:
            break
        here |= Q(group=part.split_from, began_at__lt=part.created_at)
        part = part.split_from
    stands = Q(measure=None) | Q(measure__status=Measure.Status.TAKEN)  # one that was taken back holds nobody back
    return Ban.objects.filter(here, stands, ends_at__gt=timezone.now()).select_related("measure", "group")


def ban_on(group: WatchGroup, marks: Iterable[Mark]) -> Ban | None:
    """The ban that holds longest for who has one of these marks; None when there is none."""
    theirs = Q(pk__in=[])
    for mark in marks:
        theirs |= Q(marks__kind=mark.kind, marks__mark=mark.mark)
    return running_bans(group).filter(theirs).order_by("-ends_at", "-pk").first()


def bans_on(person: Person) -> list[Ban]:
    """The bans, of any group, on the addresses that somebody has now. For their own data."""
    known = known_addresses(person, proven=True)
    found: dict[UUID, Ban] = {}
    for country in COUNTRIES:
        for mark in marks_of(known.emails, known.phones, person.pk, accounts=known.accounts, country=country):
            rows = Ban.objects.filter(marks__kind=mark.kind, marks__mark=mark.mark, ends_at__gt=timezone.now())
            found |= {ban.pk: ban for ban in rows.select_related("group")}
    return list(found.values())


def ban_for(group: WatchGroup, newcomer: Newcomer) -> Ban | None:
    """The ban that holds this one back; None also for who objected and was found to be somebody else."""
    person = newcomer.person
    known = known_addresses(person, proven=True) if person else Known((), ())
    emails, phones = newcomer.emails + known.emails, newcomer.phones + known.phones
    person_id = person.pk if person else None
    marks = marks_of(emails, phones, person_id, accounts=known.accounts, country=group.policy.country)
    ban = ban_on(group, marks)
    return None if ban is None or was_excused(group, ban, emails, phones, person) else ban


def ban_inside(membership: Membership) -> Ban | None:
    """A ban on an address by which this member is known: proven, or written down by the group."""
    phones = (membership.phone,) if membership.phone else ()
    return ban_for(membership.group, Newcomer(person=membership.person, phones=phones))


def members_under(ban: Ban) -> list[Membership]:
    """The members of its group who have an address that is under this ban."""
    group = ban.group
    members = {one.person_id: one for one in members_of(group).select_related("group__organisation")}
    theirs = {Mark(kind, mark) for kind, mark in ban.marks.values_list("kind", "mark")}
    known = known_addresses_of(members.keys(), proven=True)
    return [
        member
        for person_id, member in members.items()
        if theirs & _marks_inside(member, known[person_id], group.policy)
    ]


def _marks_inside(member: Membership, known: Known, policy: Policy) -> set[Mark]:
    phones = [*known.phones, member.phone]
    return marks_of(known.emails, phones, accounts=known.accounts, country=policy.country)


def was_excused(
    group: WatchGroup, ban: Ban, emails: Iterable[str], phones: Iterable[str], person: Person | None
) -> bool:
    """Did this one object to a refusal by this group since the ban began, and was it decided that they may come in?

    What somebody said before the ban was about something else: who was removed came in by it. An objection goes with
    its application, thirty days after that has ended; who came in has no need of it any more.
    """
    same = Q(email_fingerprint__in=[mark_of_email(email) for email in emails])
    without_mail = Q(phone_fingerprint__in=[fingerprint(phone, "application:phone") for phone in phones])
    same |= without_mail & Q(email_fingerprint="")
    if person:
        same |= Q(person=person)
    upheld = {"objections__upheld": True, "objections__answered_at__gte": ban.began_at}
    return Application.objects.filter(same, group=group, **upheld).exists()


def times_met(group: WatchGroup, since: datetime) -> int:
    """How often somebody under a ban tried to come in. Only how often: the journal does not say who."""
    return Line.objects.filter(action=MET, facts__group=str(group.pk), at__gte=since).count()


def shared_addresses(group: WatchGroup) -> QuerySet[SharedAddress]:
    """Members who use an address that is under a ban, at whom nobody has looked yet."""
    rows = SharedAddress.objects.filter(membership__group=group, membership__left_at=None, settled_at=None)
    return rows.filter(ban__ends_at__gt=timezone.now()).select_related("membership__person", "ban")
