# SPDX-License-Identifier: EUPL-1.2
"""A judge leaves an appeal to somebody else."""

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import queries
from buurtwacht.moderation.cases.services.locked import locked_measure
from buurtwacht.moderation.models import Appeal, SteppedAside
from buurtwacht.people.models import Person


@transaction.atomic
def step_aside(appeal: Appeal, *, by: Person, reason: str = "") -> SteppedAside:
    """From now on others judge it; they are asked again. Twice is once, and it is not taken back.

    Raises `DomainError` once it was answered, and for who does not judge it.
    """
    measure = locked_measure(appeal.measure)
    appeal = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if known := SteppedAside.objects.filter(appeal=appeal, by=by).first():
        return known
    if appeal.answered_at:
        raise DomainError(_("This one has been answered already. Nothing was changed."))
    if not queries.may_judge(by, appeal):
        raise DomainError(_("Somebody else judges this appeal."))
    aside = SteppedAside.objects.create(appeal=appeal, by=by, reason=reason.strip())
    record("appeal.stepped_aside", appeal.pk, by=by, group=measure.case.group_id, measure=measure.pk)
    return aside
