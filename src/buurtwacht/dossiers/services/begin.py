# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.dossiers import rules
from buurtwacht.dossiers.models import Dossier, Redaction
from buurtwacht.dossiers.redaction import proposals
from buurtwacht.dossiers.sheet import words_of
from buurtwacht.groups.models import Organisation
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry, Report


@transaction.atomic
def begin_dossier(report: Report, *, by: Person | None = None) -> Dossier:
    """Put a dossier about a closed report on the desk, with what the program would take out. Twice is once."""
    organisation = Organisation.objects.select_for_update().get(pk=report.group.organisation_id)
    known = Dossier.objects.filter(report=report).first()
    if known:
        return known
    if report.status != Report.Status.CLOSED:
        raise DomainError(_("Close the report first, then look through the dossier."))
    today = timezone.localdate(timezone=report.group.tz)
    last = Dossier.objects.filter(organisation=organisation, year=today.year).aggregate(last=Max("serial"))["last"]
    dossier = Dossier.objects.create(
        report=report,
        organisation=organisation,
        year=today.year,
        serial=(last or 0) + 1,
        review_due_on=today + timedelta(days=rules.REVIEW_DAYS),
    )
    with_photo = Q(hidden_at=None, photos__image__isnull=False)  # its words may have been replaced by a correction
    for entry in report.entries.filter(Q(content__isnull=False) | with_photo).distinct():
        propose_cuts(dossier, entry)
    record("dossier.begun", dossier.pk, by=by, report=report.pk)
    return dossier


def propose_cuts(dossier: Dossier, entry: Entry) -> None:
    """Put an entry in the dossier, with what the program would take out of it."""
    language = dossier.organisation.language
    with override(language):
        cuts = proposals(words_of(entry), language)
    Redaction.objects.create(dossier=dossier, entry=entry, cuts=[[c.start, c.end, c.reason] for c in cuts])


@transaction.atomic
def set_dossier_aside(dossier: Dossier, *, by: Person) -> Dossier:
    """Decide that the police do not need this one."""
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if not rules.may_be_set_aside(dossier.report.group.policy):
        raise DomainError(_("In this group every closed report goes to the police. Members were told so."))
    if dossier.status != Dossier.Status.TO_REVIEW:
        raise DomainError(_("This dossier is with the police already."))
    dossier.status = Dossier.Status.SET_ASIDE
    dossier.save(update_fields=["status"])
    record("dossier.set_aside", dossier.pk, by=by)
    return dossier
