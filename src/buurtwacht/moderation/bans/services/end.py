# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.bans.rules import needs_two
from buurtwacht.moderation.cases.apart import near
from buurtwacht.moderation.models import Ban
from buurtwacht.people.models import Person

NEAR = gettext_noop(
    "You live with who asked this, or share a phone number or mail address with them. Here you count as one. Another "
    "administrator has to agree."
)
LIFT = ["lift_asked_by", "lift_asked_at"]


@transaction.atomic
def end_ban(ban: Ban, *, why: str, by: Person | None = None) -> bool:
    """It holds nobody back any more, and nothing of it is kept. `why` is a code. False when it had ended."""
    found = Ban.objects.select_for_update().filter(pk=ban.pk).first()
    if found is None:
        return False
    record("ban.ended", found.pk, by=by, group=found.group_id, why=why)
    found.delete()
    return True


@transaction.atomic
def shorten_ban(ban: Ban, ends_at: datetime, *, by: Person | None = None) -> None:
    """It ends sooner; one that ends on a later day stays as it is. On a day that has passed it ends now."""
    found = Ban.objects.select_for_update().filter(pk=ban.pk, ends_at__gt=ends_at).first()
    if found is None:
        return
    if ends_at <= timezone.now():
        end_ban(found, why="shortened", by=by)
        return
    found.ends_at = ends_at
    found.save(update_fields=["ends_at"])
    record("ban.shortened", found.pk, by=by, group=found.group_id)


@transaction.atomic
def ask_to_lift(ban: Ban, *, by: Person) -> bool:
    """An administrator would like it to end today. True when it has: where the policy wants no second person.

    Raises `DomainError` when it was asked already.
    """
    ban = _running(ban)
    if not needs_two(ban.group.policy):
        return end_ban(ban, why="lifted", by=by)
    if ban.lift_asked_at:
        raise DomainError(_("Somebody asked that already. Another administrator can agree."))
    ban.lift_asked_by, ban.lift_asked_at = by, timezone.now()
    ban.save(update_fields=LIFT)
    record("ban.lift_asked", ban.pk, by=by, group=ban.group_id)
    return False


@transaction.atomic
def agree_to_lift(ban: Ban, *, by: Person) -> None:
    """A second administrator agrees: it ends now. Raises `DomainError` for who asked it, or counts as one with them."""
    ban = _running(ban)
    if ban.lift_asked_at is None:
        raise DomainError(_("Nobody asked to end this one sooner."))
    if ban.lift_asked_by_id == by.pk:
        raise DomainError(_("You asked this yourself. Another administrator has to agree."))
    if ban.lift_asked_by_id and near([ban.lift_asked_by_id], [by.pk], ban.group):
        raise DomainError(_(NEAR))
    end_ban(ban, why="lifted", by=by)


@transaction.atomic
def keep_after_all(ban: Ban, *, by: Person) -> None:
    """It stays until its day. Any administrator may say so; twice changes nothing."""
    ban = _running(ban)
    if ban.lift_asked_at:
        ban.lift_asked_by = ban.lift_asked_at = None
        ban.save(update_fields=LIFT)
        record("ban.lift_declined", ban.pk, by=by, group=ban.group_id)


def _running(ban: Ban) -> Ban:
    rows = Ban.objects.select_for_update(of=("self",)).select_related("group__organisation")
    found = rows.filter(pk=ban.pk, ends_at__gt=timezone.now()).first()
    if found is None:
        raise DomainError(_("This one has ended already."))
    return found
