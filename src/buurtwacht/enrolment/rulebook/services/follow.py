# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.db import transaction

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id


@transaction.atomic
def follow_split(*, before: UUID, after: UUID) -> int:
    """The group that came from a split keeps the rules that its members agreed to, with every edition of them.

    A draft stays with the old group. Returns how many editions went along; doing it twice adds none.
    """
    WatchGroup.objects.select_for_update().get(pk=after)
    if RuleEdition.objects.filter(group=after).exists():
        return 0
    editions = list(RuleEdition.objects.filter(group=before, number__isnull=False))
    for edition in editions:
        edition.pk, edition.group_id = new_id(), after
    RuleEdition.objects.bulk_create(editions)
    if editions:
        record("rules.followed", after, group=after, before=before, count=len(editions))
    return len(editions)
