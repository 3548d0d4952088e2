# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.lib.errors import refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import begin_stage

from .locked import locked, role_in, said_before


@transaction.atomic
def mark_police_on_site(report: Report, *, by: Person, entry_id: UUID | None = None) -> Entry:
    """The police are there. From now on only new observations are told (R116)."""
    report = locked(report)
    if said := said_before(report, entry_id):
        return said
    role = role_in(report, by)
    refuse_if(rules.refusal_to_add(report, Entry.Kind.POLICE_ON_SITE, report.group.policy))
    report.police_on_site_at = timezone.now()
    report.save(update_fields=["police_on_site_at"])
    return begin_stage(
        report, kind=Entry.Kind.POLICE_ON_SITE, role=role, author=by, content=Content(), entry_id=entry_id
    )
