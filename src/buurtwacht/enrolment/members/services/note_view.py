# SPDX-License-Identifier: EUPL-1.2
"""Whoever looks at data of members leaves a line in the journal (R051). Members read those lines themselves."""

from collections.abc import Collection

from django.db import transaction

from buurtwacht.enrolment.models import MemberImport
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


@transaction.atomic
def note_view(by: Person, group: WatchGroup, memberships: Membership | Collection[Membership] | int) -> None:
    """Somebody looked at one member's own page, or at some members in a list. One line, however many there were."""
    if isinstance(memberships, Membership):
        record("member.viewed", memberships.pk, by=by, group=group.pk, person=memberships.person_id)
        return
    count = memberships if isinstance(memberships, int) else len(memberships)
    record("members.viewed", group.pk, by=by, group=group.pk, count=count)


@transaction.atomic
def note_export(by: Person, group: WatchGroup, count: int) -> None:
    """Somebody took the register of the group along as a file."""
    record("members.exported", group.pk, by=by, group=group.pk, count=count)


@transaction.atomic
def note_list_view(by: Person, found: MemberImport, count: int) -> None:
    """Somebody looked at people on a list that was brought: on the page, or as a file."""
    record("import.viewed", found.pk, by=by, group=found.group_id, count=count)
