# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id


@transaction.atomic
def follow_group(person_id: UUID, *, before: UUID, after: UUID) -> int:
    """What a member agreed to goes along to the group that came from a split: the same texts, the same settings.

    The evidence in the old group stays for its term. Returns how many papers went along; doing it twice adds none.
    """
    papers = Acceptance.objects.filter(person_id=person_id, group_id=before, ended_at=None)
    taken = list(papers)
    for paper in taken:
        paper.pk, paper.group_id, paper.policy_version = new_id(), after, 1
        paper.application = None
    papers.update(ended_at=timezone.now())
    Acceptance.objects.bulk_create(taken)
    if taken:
        record("acceptance.followed", person_id, group=after, before=before, count=len(taken))
    return len(taken)
