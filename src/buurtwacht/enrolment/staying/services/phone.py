# SPDX-License-Identifier: EUPL-1.2
"""A member's own phone number: corrected, proven by a code where text messages can be sent, or removed (F80)."""

from contextlib import suppress

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.enrolment.codes import Answer, after_a_try, answer_to, fresh, may_send_again, words_for
from buurtwacht.enrolment.models import PhoneChange
from buurtwacht.enrolment.staying.queries.phones import is_settled, numbers_of, phone_points_of
from buurtwacht.enrolment.texting import SMS, can_text
from buurtwacht.groups.models import Membership
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.people.services import add_contact_point, claim_code, forget_contact_point


@transaction.atomic
def change_phone(person: Person, phone: str) -> bool:
    """This is my number (E.164). True when a code goes there first; until it comes back the old number stays.

    Where no text message can be sent, the number is kept at once, unproven. Raises `DomainError` when no code
    can go there: too many did, or what codes may cost is spent.
    """
    if is_settled(person, phone):
        PhoneChange.objects.filter(person=person).delete()
        return False
    if not can_text(phone):
        _keep(person, phone, proven=False)
        return False
    change, _is_new = PhoneChange.objects.select_for_update().get_or_create(person=person, defaults={"phone": phone})
    _send(change, phone)
    return True


@transaction.atomic
def send_phone_code_again(person: Person) -> None:
    """A new code to the same number. Raises `DomainError` when one was sent just now, or too many were."""
    change = PhoneChange.objects.select_for_update().filter(person=person).first()
    if change:
        _send(change, change.phone)


def try_phone_code(person: Person, typed: str) -> None:
    """Prove the new number by the code that went there. Raises `DomainError` that says what to do instead."""
    answer = _try(person, typed)
    if answer is not Answer.RIGHT:
        raise DomainError(words_for(answer))


@transaction.atomic
def cancel_phone_change(person: Person) -> None:
    """The old number stays after all."""
    if PhoneChange.objects.filter(person=person).delete()[0]:
        record("phone.change_cancelled", person.pk, by=person)


@transaction.atomic
def remove_phone(person: Person) -> None:
    """No number is kept any more. Twice changes nothing."""
    if numbers_of(person):
        _keep(person, "", proven=False)


@transaction.atomic
def _try(person: Person, typed: str) -> Answer:
    """Every wrong try is counted, so the transaction may not fail for one."""
    change = PhoneChange.objects.select_for_update().filter(person=person).first()
    answer = answer_to(change.code if change else None, typed, timezone.now())
    if change and answer is Answer.RIGHT:
        _keep(person, change.phone, proven=True)
    elif change and answer is Answer.WRONG:
        change.code = after_a_try(change.code)
        change.save(update_fields=["code"])
        record("phone.code_refused", person.pk, by=person)
    return answer


def _send(change: PhoneChange, phone: str) -> None:
    now = timezone.now()
    if not may_send_again(change.code, now):
        raise DomainError(_("A code was sent just now. Wait a minute before you ask for another one."))
    claim_code(SMS, phone, change.person_id)
    change.phone, change.code, change.asked_at = phone, fresh(now), now
    change.save(update_fields=["phone", "code", "asked_at"])
    record("phone.code_made", change.person_id, by=change.person)


def _keep(person: Person, phone: str, *, proven: bool) -> None:
    """The new number takes the place of the old one everywhere: with each group, and in each way to be reached."""
    PhoneChange.objects.filter(person=person).delete()
    points = phone_points_of(person)
    ways = {point.channel for point in points} - {SMS} | ({SMS} if can_text(phone) else set())
    for point in points:
        forget_contact_point(point, by=person)
    Membership.objects.filter(person=person, left_at=None).update(phone=phone)
    record("phone.changed" if phone else "phone.removed", person.pk, by=person, proven=proven)
    if phone:
        for way in sorted(ways & channels().keys()):
            with suppress(DomainError):  # a number that somebody else proved: the group has it anyway
                add_contact_point(person, way, phone, verified=proven)
