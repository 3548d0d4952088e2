# SPDX-License-Identifier: EUPL-1.2
"""Inviting neighbours, street by street. Only counts are kept (R041, R067, R068)."""

import secrets
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Invitation
from buurtwacht.enrolment.welcome import rules
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def make_invitation(group: WatchGroup, *, way: str, by: Person, street: str = "") -> Invitation:
    """A link, paper or a text for one street, or for the whole group. The same one twice is one."""
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    if way not in rules.MADE_BY_COORDINATORS:
        raise DomainError(_("Choose one of the shapes."))
    street = rules.clean_street(street)
    known = Invitation.objects.filter(group=group, way=way, street=street, ended_at=None).first()
    if known:
        return known
    rules.check_number_of_invitations(Invitation.objects.filter(group=group, ringer=None, ended_at=None).count())
    invitation = Invitation.objects.create(group=group, way=way, street=street, code=_new_code(), made_by=by)
    record("invitation.made", invitation.pk, by=by, group=group.pk, way=way)
    return invitation


@transaction.atomic
def make_own_code(membership: Membership) -> Invitation:
    """The code of one member who rings bells. Asked for twice it is the same."""
    membership = (
        Membership.objects.select_for_update(of=("self",)).select_related("group", "person").get(pk=membership.pk)
    )
    known = Invitation.objects.filter(ringer=membership, ended_at=None).first()
    if known:
        return known
    group, by = membership.group, membership.person
    invitation = Invitation.objects.create(
        group=group, way=Invitation.Way.DOOR, ringer=membership, code=_new_code(), made_by=by
    )
    record("invitation.made", invitation.pk, by=by, group=group.pk, way=Invitation.Way.DOOR)
    return invitation


@transaction.atomic
def end_own_code(membership_id: UUID) -> None:
    """Who left rings no bells. What the code brought stays with the group, as a number without a name."""
    for invitation in Invitation.objects.select_for_update(of=("self",)).filter(ringer=membership_id):
        end_invitation(invitation, by=None)
        Invitation.objects.filter(pk=invitation.pk).update(ringer=None)


@transaction.atomic
def count_letters(invitation: Invitation, number: int, *, by: Person) -> Invitation:
    """So many letters went through doors in this street, in all."""
    rules.check_letters(number)
    Invitation.objects.filter(pk=invitation.pk).update(letters=number)
    invitation.letters = number
    record("invitation.delivered", invitation.pk, by=by, group=invitation.group_id, letters=number)
    return invitation


@transaction.atomic
def end_invitation(invitation: Invitation, *, by: Person | None) -> Invitation:
    """The link and the code work no longer; its counts stay. Ending it twice changes nothing."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.ended_at is None:
        invitation.ended_at = timezone.now()
        invitation.save(update_fields=["ended_at"])
        record("invitation.ended", invitation.pk, by=by, group=invitation.group_id)
    return invitation


def count_opening(invitation: Invitation) -> None:
    """Somebody opened it. Who, nobody knows; so there is no line in the journal either."""
    Invitation.objects.filter(pk=invitation.pk).update(opened=F("opened") + 1)


def count_application(invitation_id: UUID, *, joined: bool) -> None:
    """Somebody applied by this invitation, or joined."""
    name = "joined" if joined else "applied"
    Invitation.objects.filter(pk=invitation_id).update(**{name: F(name) + 1})


def _new_code() -> str:
    """A code that nobody has yet."""
    while True:
        code = "".join(secrets.choice(rules.LETTERS) for _position in range(rules.CODE_LENGTH))
        if not Invitation.objects.filter(code=code).exists():
            return code
