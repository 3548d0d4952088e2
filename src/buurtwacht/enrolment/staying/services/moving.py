# SPDX-License-Identifier: EUPL-1.2
"""Moving house without a night in which nobody warns you."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import submit_application
from buurtwacht.enrolment.applying.whereabouts import Address
from buurtwacht.enrolment.models import Application, Departure, Move
from buurtwacht.enrolment.services import withdraw
from buurtwacht.enrolment.staying import rules
from buurtwacht.enrolment.telling import reads_mail
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import change_address, end_membership
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError

from .leaving import count_departure, is_last_coordinator


def correct_address(membership: Membership, address: Address, home: dict[str, float] | None) -> Membership:
    """To another house in the same group: nothing else changes."""
    return change_address(
        membership,
        street=address.street,
        house_number=address.house_number,
        postcode=address.postcode,
        town=address.town,
        home=home,
        by=membership.person,
    )


@transaction.atomic
def announce_move(
    membership: Membership,
    group: WatchGroup,
    address: Address,
    home: dict[str, float] | None,
    *,
    moves_on: date,
    agreed_to_transfer: bool = False,
) -> Move:
    """To the territory of another group: apply there, by its own steps. The old membership goes on meanwhile.

    Raises `DomainError` when this person moves already, or has to hand over first.
    """
    move = _begin(membership, moves_on, waits=True)
    person = membership.person
    facts = ApplicantFacts(
        first_name=person.first_name,
        family_name=person.family_name,
        email=person.email if reads_mail(person) else "",
        phone=membership.phone,
        street=address.street,
        house_number=address.house_number,
        postcode=address.postcode,
        town=address.town,
        home=home,
        serves=membership.serves,
        agreed_to_transfer=agreed_to_transfer,
        language=person.language,
    )
    move.application = submit_application(
        group, facts, source=Application.Source.MOVE, by=person, person=person, email_is_proven=True
    )
    move.save(update_fields=["application"])
    begin_in_new_group(move.application)
    return move


@transaction.atomic
def stay_until_the_move(membership: Membership, *, moves_on: date) -> Move:
    """To where there is no group: this one goes on until the day of the move."""
    return _begin(membership, moves_on, waits=False)


@transaction.atomic
def cancel_move(membership: Membership) -> None:
    """They stay after all. Cancelling twice changes nothing."""
    move = (
        Move.objects.select_for_update(of=("self",)).select_related("application").filter(membership=membership).first()
    )
    if move is None:
        return
    if move.application:
        withdraw(move.application, by=membership.person, reason="stays")
    move.delete()
    record("move.cancelled", membership.pk, by=membership.person, group=membership.group_id)


@transaction.atomic
def begin_in_new_group(application: Application) -> None:
    """The new group has begun: the old one ends today, or on the day of the move. Doing it twice changes nothing."""
    move = (
        Move.objects.filter(application=application)
        .select_related("membership__group__organisation", "membership__person")
        .first()
    )
    if move is None or application.status != Application.Status.JOINED:
        return
    _shorten(move)
    if move.last_day <= _today(move):
        _end(move)


@transaction.atomic
def give_up_on_new_group(application: Application) -> None:
    """Nothing comes of the new group: the old one goes on until the day of the move."""
    for move in Move.objects.filter(application=application).select_related(
        "membership__group__organisation", "membership__person"
    ):
        _shorten(move)


def end_moves(now: datetime) -> int:
    """End what is over: the last day in the old group has passed. Returns how many memberships ended."""
    ended = 0
    late = Move.objects.filter(last_day__lte=now.date()).select_related(
        "membership__group__organisation", "membership__person"
    )
    for move in late:
        if move.last_day < timezone.localdate(now, move.membership.group.tz):
            ended += _end(move)
    return ended


@transaction.atomic
def _end(move: Move) -> bool:
    """False when another worker did it in the meantime, or when they had left already."""
    if not move.delete()[0] or move.membership.left_at:
        return False
    count_departure(move.membership.group, Departure.Reason.MOVED)
    end_membership(move.membership, by=move.membership.person, reason=rules.MOVED)
    return True


def _begin(membership: Membership, moves_on: date, *, waits: bool) -> Move:
    membership = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("group__organisation", "person")
        .get(pk=membership.pk)
    )
    today = timezone.localdate(timezone=membership.group.tz)
    rules.check_moving_day(moves_on, today)
    if Move.objects.filter(membership=membership).exists():
        raise DomainError(_("You told us already that you are moving. Cancel that first."))
    if is_last_coordinator(membership):
        raise DomainError(_("You are the only coordinator. First hand over to somebody else, then you can leave."))
    last_day = rules.last_day_after(moves_on, today, waits=waits)
    move = Move.objects.create(membership=membership, moves_on=moves_on, last_day=last_day)
    record("move.announced", membership.pk, by=membership.person, group=membership.group_id, waits=waits)
    return move


def _shorten(move: Move) -> None:
    """There is nothing to wait for any more."""
    move.last_day = rules.last_day_after(move.moves_on, _today(move), waits=False)
    move.save(update_fields=["last_day"])


def _today(move: Move) -> date:
    return timezone.localdate(timezone=move.membership.group.tz)
