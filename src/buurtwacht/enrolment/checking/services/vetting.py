# SPDX-License-Identifier: EUPL-1.2
"""Asking the police about an applicant, telling them that people wait, and telling applicants when it takes long."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.checking.queries import Case, number_waiting
from buurtwacht.enrolment.checking.queries.cases import APPLICANT, CANDIDATE, MEMBER
from buurtwacht.enrolment.models import Application, Vetting
from buurtwacht.enrolment.services.advance import locked, step_of
from buurtwacht.enrolment.steps import Step, asks_national_number
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.journal.queries import lines_about
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person

from .common import organisations_with_police

ANNOUNCED = "vetting.announced"
OPENED = {APPLICANT: "vetting.opened", CANDIDATE: "candidacy.viewed", MEMBER: "clearance.opened"}
ONCE_A_DAY = timedelta(hours=20)


@transaction.atomic
def ask_the_police(application: Application) -> Vetting | None:
    """Put an applicant who waits for the police in their queue. Asking twice changes nothing.

    "vetting.sent" says what went to them, when, and to which desk (R074).
    """
    application = locked(application.pk)
    if step_of(application) is not Step.POLICE:
        return None
    vetting, is_new = Vetting.objects.get_or_create(application=application)
    if is_new or vetting.verdict:
        vetting.asked_at, vetting.verdict, vetting.valid_until = timezone.now(), "", None
        vetting.decided_at = vetting.decided_by = vetting.reminded_at = None
        vetting.save()
        _record_sent(vetting, application)
    return vetting


@transaction.atomic
def forget_needless_numbers(group: WatchGroup) -> int:
    """Erase the national numbers of who applies to a group whose rules ask for none (R073). Returns how many.

    The rules changed, or an application came along from a group that did ask.
    """
    if asks_national_number(group.policy):
        return 0
    rows = Application.objects.select_for_update(of=("self",)).filter(group=group, ended_at=None)
    having = [application for application in rows if application.national_number]
    for application in having:
        application.national_number = ""
        application.save(update_fields=["national_number"])
        Vetting.objects.filter(application=application).update(number_erased_at=timezone.now())
        record("application.number_erased", application.pk, group=group.pk)
    return len(having)


@transaction.atomic
def note_opened(cases: Sequence[Case], *, by: Person) -> None:
    """An officer opened these records: who, when and which fields. Whom it is about can read it back."""
    for case in cases:
        fields = "name.address.number" if case.national_number else "name.address"
        record(OPENED[case.kind], case.id, by=by, group=case.group.pk, fields=fields)


@transaction.atomic
def tell_the_police() -> int:
    """Once a day, a mail without content to each police mailbox where people wait. Returns how many mails."""
    told = 0
    for organisation in organisations_with_police():
        waiting = number_waiting(organisation)
        lines = lines_about([organisation.pk]).filter(action=ANNOUNCED, at__gte=timezone.now() - ONCE_A_DAY)
        if waiting and not lines.exists():
            record(ANNOUNCED, organisation.pk, waiting=waiting, late=_late(organisation))
            told += 1
    return told


@transaction.atomic
def tell_of_delays() -> int:
    """Applicants who wait longer than a week for the police hear that it takes longer, once. Returns how many."""
    late = Vetting.objects.select_for_update(of=("self",)).filter(
        verdict="", reminded_at=None, asked_at__lt=timezone.now() - rules.ANSWER_TAKES, application__ended_at=None
    )
    for vetting in late:
        vetting.reminded_at = timezone.now()
        vetting.save(update_fields=["reminded_at"])
        record("vetting.delayed", vetting.pk, application=vetting.application_id)
    return len(late)


def _late(organisation: Organisation) -> int:
    since = timezone.now() - rules.ANSWER_TAKES
    rows = Vetting.objects.filter(verdict="", asked_at__lt=since, application__group__organisation=organisation)
    return rows.filter(application__ended_at=None).count()


def _record_sent(vetting: Vetting, application: Application) -> None:
    group = application.group
    asks = asks_national_number(group.policy) and bool(application.national_number)
    record(
        "vetting.sent",
        vetting.pk,
        application=application.pk,
        group=group.pk,
        organisation=group.organisation_id,
        fields="name.address.number" if asks else "name.address",
    )
