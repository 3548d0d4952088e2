# SPDX-License-Identifier: EUPL-1.2
"""An application moves on by itself: somebody marks a step as done, and this finds what comes next."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.doors import newcomer_of
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.steps import DONE, Step, next_step, status_at, steps_of
from buurtwacht.enrolment.texting import can_text
from buurtwacht.groups.doorkeepers import turned_away
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .in_the_way import membership_in_the_way
from .join import join_group

CAN_BE_REOPENED = timedelta(days=30)  # as long as a refused application is there (requirements, section 4.3)
Status = Application.Status
ENDED = (Status.JOINED, Status.REFUSED, Status.WITHDRAWN)


def steps_for(application: Application) -> tuple[Step, ...]:
    """The steps of this application, by the policy of its group as it is now."""
    group = application.group
    return steps_of(
        group.policy,
        application,
        proves_phones=can_text(application.phone),
        group_runs=group.status == WatchGroup.Status.ACTIVE,
        checks_addresses=_checks_addresses(group),
    )


def step_of(application: Application) -> Step | None:
    """What this application waits for now; None when it has ended or everything is done."""
    return None if application.ended_at else next_step(steps_for(application), application)


@transaction.atomic
def mark_done(application: Application, step: Step, *, by: Person | None = None) -> Application:
    """This step is done, whoever did it; then the application moves on. Marking twice changes nothing.

    Raises `DomainError` when the application has ended.
    """
    application = locked(application.pk)
    if application.ended_at:
        raise DomainError(_("This application has ended. Apply again if you would like to join."))
    if getattr(application, step.value) is None:
        setattr(application, step.value, timezone.now())
        application.save(update_fields=[step.value])
        record("application.step_done", application.pk, by=by, step=step.name.lower(), group=application.group_id)
    return advance(application, by=by)


@transaction.atomic
def advance(application: Application, *, by: Person | None = None) -> Application:
    """Find what comes next, keep a place when that is what is waited for, and join when nothing is left.

    Who is turned away at the door is refused, as soon as the address was proven by which they are known.
    A change of the status writes "application.moved" with the new status and the step that it waits for.
    """
    application = locked(application.pk)
    if application.ended_at:
        return application
    step = step_of(application)
    if step is Step.PLACE and has_room(application):
        application.placed_at = timezone.now()
        application.save(update_fields=["placed_at"])
        step = step_of(application)
    if no := turned_away(application.group, newcomer_of(application, unproven_too=step is None)):
        return refuse(application, by=by, reason=no.reason)
    before, application.status = application.status, status_at(step)
    if application.status == DONE:
        return join_group(application, by=by)
    application.save(update_fields=["status"])
    if before != application.status:
        facts = {"before": before, "after": application.status, "step": step.name.lower() if step else ""}
        record("application.moved", application.pk, by=by, group=application.group_id, **facts)
    return application


@transaction.atomic
def refuse(application: Application, *, by: Person | None = None, reason: str = "") -> Application:
    """Not let in. `reason` is a code for the figures, never words."""
    return _end(application, Status.REFUSED, by, reason)


@transaction.atomic
def withdraw(application: Application, *, by: Person | None = None, reason: str = "") -> Application:
    """The applicant does not go on, or never answered."""
    return _end(application, Status.WITHDRAWN, by, reason)


@transaction.atomic
def reopen(application: Application, *, by: Person | None = None) -> Application:
    """A refusal is taken back: the application goes on where it stopped, with what was done before.

    Raises `DomainError` when it was not refused, when thirty days have passed, or when the same address has applied
    to this group again meanwhile. The place that was kept may be gone; then it waits for one like the others.
    """
    application = locked(application.pk)
    ended_at = application.ended_at
    if application.status != Status.REFUSED or not ended_at or timezone.now() - ended_at >= CAN_BE_REOPENED:
        raise DomainError(_("This application cannot be taken up again. Let the neighbour apply anew."))
    if _applied_again(application):
        raise DomainError(_("This neighbour has applied again meanwhile. Answer the new application."))
    application.ended_at, application.placed_at = None, None
    application.save(update_fields=["ended_at", "placed_at"])
    record("application.reopened", application.pk, by=by, group=application.group_id)
    return advance(application, by=by)


def has_room(application: Application) -> bool:
    """Is there a place in the group for this one? Places kept for others count as taken, and who came first goes first.

    Who takes part elsewhere and cannot join yet keeps nobody waiting.
    Call it with the application locked; it locks the group, so that two last places are not one.
    """
    group = WatchGroup.objects.select_for_update().get(pk=application.group_id)
    waiting = Application.objects.filter(group=group, ended_at=None).exclude(pk=application.pk)
    kept = waiting.filter(placed_at__isnull=False).count()
    earlier = waiting.filter(status=Status.WAITING, submitted_at__lt=application.submitted_at)
    ahead = sum(1 for one in earlier.select_related("group", "person") if not membership_in_the_way(one))
    return members_of(group).count() + kept + ahead < group.policy.most_members


def locked(application_id: UUID) -> Application:
    """The application as it is now, locked, with its group."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("group__organisation", "person")
    return rows.get(pk=application_id)


def _end(application: Application, status: str, by: Person | None, reason: str) -> Application:
    application = locked(application.pk)
    if application.ended_at:
        return application
    before, application.status, application.ended_at = application.status, status, timezone.now()
    application.national_number = ""
    application.save(update_fields=["status", "ended_at", "national_number"])
    record(f"application.{status}", application.pk, by=by, group=application.group_id, before=before, reason=reason)
    return application


def _checks_addresses(group: WatchGroup) -> bool:
    """Is there a neighbour who can? The first of a new group waits for nobody, and is marked (`join.py`).

    A group that neighbours begin by themselves must not wait for an official who never comes (R016, R032).
    """
    return group.status == WatchGroup.Status.ACTIVE or members_of(group).exists()


def _applied_again(application: Application) -> bool:
    mail = application.email_fingerprint
    same = Application.objects.filter(group=application.group_id, email_fingerprint=mail, ended_at=None)
    return bool(mail) and same.exists()
