# SPDX-License-Identifier: EUPL-1.2
"""Bans: gone on their day. Erasing somebody does not end one, or removal would be undone by a click.

The interest of the neighbours in peace for a year goes before (GDPR, article 17, paragraph 1 under c, and article 21,
paragraph 1), since what is kept is no name and no number. Who is held back may object, and reads in their own data
until when.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.moderation.bans.queries import bans_on
from buurtwacht.moderation.ladder import BAN
from buurtwacht.moderation.models import Ban, LeakLook, SharedAddress
from buurtwacht.people.models import Person
from buurtwacht.privacy.declare import Basis, Declaration, declare

LOOKS_KEPT_FOR = BAN  # as long as the journal


def export_bans(person_id: UUID) -> list[dict[str, Any]]:
    """Which bans hold somebody back, found by the addresses that they have now."""
    person = Person.objects.filter(pk=person_id, erased_at=None).first()
    found = bans_on(person) if person else []
    return [
        {"group": ban.group.name, "rule": ban.reason, "began_at": ban.began_at, "ends_at": ban.ends_at} for ban in found
    ]


def forget_bans(now: datetime) -> int:
    """On the day they end, with their marks."""
    return Ban.objects.filter(ends_at__lte=now).delete()[0]


def forget_shared(now: datetime) -> int:
    """Of who left; the rest goes with the ban."""
    return SharedAddress.objects.filter(membership__left_at__isnull=False).delete()[0]


def erase_shared(person_id: UUID) -> int:
    return SharedAddress.objects.filter(membership__person=person_id).delete()[0]


def export_looks(person_id: UUID) -> list[dict[str, Any]]:
    """When somebody's name was looked up after a leak, and why; not by whom."""
    rows = LeakLook.objects.filter(people__contains=[person_id]).select_related("group")
    return [{"group": look.group.name, "at": look.at, "reason": look.get_reason_display()} for look in rows]


def erase_looks(person_id: UUID) -> int:
    """The look stays, without this name."""
    looks = list(LeakLook.objects.filter(people__contains=[person_id]))
    for look in looks:
        look.people = [one for one in look.people if one != person_id]
    return LeakLook.objects.bulk_update(looks, ["people"])


def forget_looks(now: datetime) -> int:
    return LeakLook.objects.filter(at__lt=now - LOOKS_KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="moderation.Ban",
        what=_("That somebody who was removed cannot come back before a day, and which rule it was about. No name."),
        why=_("So that a removal is not undone by applying again under another address. It ends by itself."),
        kept_for=BAN,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={
            "group": _("Group"),
            "began_at": _("Since"),
            "ends_at": _("Until"),
        },
        export=export_bans,
        forget=forget_bans,
    ),
    Declaration(
        model="moderation.BanMark",
        what=_(
            "Codes of the mail addresses, phone numbers and accounts (also of Telegram and Matrix) of who was removed. "
            "Nobody can read an address from them."
        ),
        why=_("To notice the same address when somebody applies. They go with the ban."),
        kept_for=BAN,
        basis=Basis.LEGITIMATE_INTEREST,
    ),
    Declaration(
        model="moderation.SharedAddress",
        what=_("That a member has an address that is also under a ban, and whether somebody looked at it."),
        why=_("So that a person looks whether it is a housemate. The program removes nobody for it."),
        kept_for=BAN,
        basis=Basis.LEGITIMATE_INTEREST,
        erase=erase_shared,
        forget=forget_shared,
    ),
    Declaration(
        model="moderation.LeakLook",
        what=_(
            "That an administrator looked up who could have passed something on: when, why, and whose names it showed."
        ),
        why=_("To clear up a leak, and so that members can see that their name was looked up."),
        kept_for=LOOKS_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={
            "group": _("Group"),
            "at": _("When"),
            "reason": _("Why"),
        },
        export=export_looks,
        erase=erase_looks,
        forget=forget_looks,
    ),
)
