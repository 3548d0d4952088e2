# SPDX-License-Identifier: EUPL-1.2
import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.dossiers import mails, rules
from buurtwacht.dossiers.bundle import package_of
from buurtwacht.dossiers.models import Dossier, Handover
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report

CODE_DIGITS = 6


@transaction.atomic
def hand_over_dossier(dossier: Dossier, *, by: Person) -> Handover:
    """Seal the dossier and promise the mail. The link and the code leave apart, after the commit.

    A dossier that is with the police already is given again with a fresh link, as it was sealed the first time.
    """
    dossier = Dossier.objects.select_for_update().select_related("report__group__organisation").get(pk=dossier.pk)
    _check(dossier)
    first = dossier.handovers.order_by("at", "pk").first()
    package = bytes(first.package) if first else package_of(dossier)
    now = timezone.now()
    handover = Handover.objects.create(
        dossier=dossier,
        by_id=by.pk,
        mailbox=dossier.organisation.police_mailbox,
        code=f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}",
        package=package,
        digest=hashlib.sha256(package).digest(),
        expires_at=now + timedelta(days=rules.LINK_DAYS),
    )
    Handover.objects.filter(dossier=dossier, opened_at=None).exclude(pk=handover.pk).update(expires_at=now)
    if first is None:
        _mark_handed_over(dossier, by)
    record("dossier.handed_over", handover.pk, by=by, dossier=dossier.pk, report=dossier.report_id)
    return handover


def _check(dossier: Dossier) -> None:
    if not dossier.organisation.police_mailbox:
        raise DomainError(_("There is no mail address of the police yet. Ask the municipality to fill it in."))
    if dossier.status not in (Dossier.Status.TO_REVIEW, Dossier.Status.HANDED_OVER, Dossier.Status.ANSWERED):
        raise DomainError(_("This dossier was set aside. It does not go to the police."))
    if dossier.report.status == Report.Status.HIDDEN:
        raise DomainError(_("This report was hidden. It does not go to the police."))
    if dossier.erased_at:
        raise DomainError(_("The content of this dossier was erased, as the rules say. It cannot be sent any more."))


def _mark_handed_over(dossier: Dossier, by: Person) -> None:
    report = dossier.report
    dossier.status = Dossier.Status.HANDED_OVER
    dossier.outcome_due_on = rules.outcome_due_on(timezone.localdate(timezone=report.group.tz), report.group.policy)
    dossier.save(update_fields=["status", "outcome_due_on"])
    add_entry(
        report,
        kind=Entry.Kind.HANDOVER,
        role=Entry.Role.COORDINATOR,
        author=by,
        content=Content(reason=dossier.number),
        tell=False,
    )


def mail_handover(handover_id: UUID) -> None:
    """Send the link and, apart from it, the code. Each is sent once; what failed is tried again by the journal."""
    handover = Handover.objects.select_related("dossier__organisation", "dossier__report__group").get(pk=handover_id)
    if handover.mailed_at is None:
        mails.send_link(handover)
        Handover.objects.filter(pk=handover.pk).update(mailed_at=timezone.now())
    if handover.code_mailed_at is None and handover.dossier.organisation.police_code_mailbox and handover.code:
        mails.send_code(handover)
        Handover.objects.filter(pk=handover.pk).update(code_mailed_at=timezone.now())
