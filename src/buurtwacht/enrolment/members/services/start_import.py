# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.rules import takes_applications
from buurtwacht.enrolment.members import rules
from buurtwacht.enrolment.models import MemberImport
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

MOST_A_DAY = 10  # lists of one group: each may send thousands of mails to people who did not ask for one


@transaction.atomic
def start_import(group: WatchGroup, data: bytes, *, by: Person | None) -> MemberImport:
    """Take over a list from before. A job reads it; the file is kept, encrypted, until that is done.

    Raises `DomainError` when the file is empty or too large, or when the group takes nobody.
    """
    rules.check_size(len(data))
    since = timezone.now() - timedelta(days=1)
    if MemberImport.objects.filter(group=group, made_at__gte=since).count() >= MOST_A_DAY:
        raise DomainError(_("This group has taken over enough lists for today. Come back tomorrow."))
    if not takes_applications(group.status):
        raise DomainError(_("This group takes nobody now. Look for another group near you."))
    found = MemberImport.objects.create(group=group, by=by, kind="csv", file=data)
    record("import.started", found.pk, by=by, group=group.pk, bytes=len(data))
    return found
