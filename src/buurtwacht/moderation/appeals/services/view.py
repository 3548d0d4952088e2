# SPDX-License-Identifier: EUPL-1.2
"""Both sides are heard: the member says how they see it, before anything is decided."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.models import Case


@transaction.atomic
def say_view(case: Case, words: str) -> Case:
    """Keep the member's own words with the case, in place of what they said before. Until it was decided."""
    case = Case.objects.select_for_update(of=("self",)).select_related("person").get(pk=case.pk)
    if case.closed_at:
        raise DomainError(_("This has been decided. If you do not agree, look whether you can appeal."))
    case.view, case.view_at = words, timezone.now()
    case.save(update_fields=["view", "view_at"])
    record("case.heard", case.pk, by=case.person, group=case.group_id)
    return case
