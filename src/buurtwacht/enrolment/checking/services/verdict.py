# SPDX-License-Identifier: EUPL-1.2
"""What the police say: yes, no, or until a day. Never why."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.checking.queries import Case
from buurtwacht.enrolment.models import Application, Candidacy, Clearance, Verdict, Vetting
from buurtwacht.enrolment.services import mark_done, refuse, reopen
from buurtwacht.enrolment.services.advance import locked, step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .candidacy import screen_candidate
from .clearance import renew_clearance

BY_POLICE = "police"  # the code of a refusal; more is not kept


def give_verdict(case: Case, verdict: str, *, by: Person, until: date | None = None) -> None:
    """Answer one question. Raises `DomainError` when a colleague was first, or the day is wrong."""
    if verdict not in Verdict.values:
        raise DomainError(_("Choose yes, no, or until a day."))
    day = until if verdict == Verdict.UNTIL else None
    if verdict == Verdict.UNTIL:
        rules.check_day(day, timezone.localdate(timezone=case.group.tz))
    subject = case.subject
    if isinstance(subject, Vetting):
        _answer(subject, verdict, day, by)
    elif isinstance(subject, Candidacy):
        screen_candidate(subject, verdict, until=day, by=by)
    elif isinstance(subject, Clearance):
        renew_clearance(subject, verdict, until=day, by=by)


@transaction.atomic
def _answer(vetting: Vetting, verdict: str, until: date | None, by: Person) -> None:
    application = locked(vetting.application_id)
    vetting = Vetting.objects.select_for_update().get(pk=vetting.pk)
    if vetting.verdict or step_of(application) is not Step.POLICE:
        raise DomainError(_("This one has been answered already. Nothing was changed."))
    _decide(vetting, application, verdict, until, by)


@transaction.atomic
def correct_verdict(vetting: Vetting, *, by: Person) -> Vetting:
    """A slip of the finger: no becomes yes, and yes becomes no. Within a day, and before the applicant is a member."""
    application = locked(vetting.application_id)
    vetting = Vetting.objects.select_for_update().get(pk=vetting.pk)
    if application.status == Application.Status.JOINED:
        raise DomainError(_("This neighbour is a member already. Tell the coordinator."))
    if not vetting.decided_at or timezone.now() - vetting.decided_at > rules.CORRECT_WITHIN:
        raise DomainError(_("This answer can no longer be changed here. An objection can still be upheld."))
    if vetting.verdict == Verdict.NO:
        overturn(vetting, by=by)
    else:
        _decide(vetting, application, Verdict.NO, None, by)
    vetting.refresh_from_db()
    return vetting


def overturn(vetting: Vetting, *, by: Person) -> None:
    """The police agree after all: the application goes on where it stopped. In the transaction of the caller."""
    application = reopen(vetting.application, by=by)
    _decide(vetting, application, Verdict.YES, None, by)


def _decide(vetting: Vetting, application: Application, verdict: str, until: date | None, by: Person) -> None:
    """Write the verdict, erase the national number, and let the application go on or end."""
    now = timezone.now()
    vetting.verdict, vetting.valid_until, vetting.decided_at, vetting.decided_by = verdict, until, now, by
    if application.national_number:
        application.national_number = ""
        application.save(update_fields=["national_number"])
        vetting.number_erased_at = now
        record("vetting.number_erased", vetting.pk, by=by, application=application.pk)
    vetting.save()
    record("vetting.decided", vetting.pk, by=by, application=application.pk, verdict=str(verdict))
    if verdict == Verdict.NO:
        refuse(application, by=by, reason=BY_POLICE)
    else:
        mark_done(application, Step.POLICE, by=by)
