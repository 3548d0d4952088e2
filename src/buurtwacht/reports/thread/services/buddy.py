# SPDX-License-Identifier: EUPL-1.2
"""Nobody goes alone: a second person joins, and both say within ten minutes that they are safe (R113).

Only where the policy allows it; never a call to gather, because exactly one neighbour can join.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError, refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.models import BuddyRequest, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import turn_page

from .locked import locked, role_in

CHECK_IN_AFTER = timedelta(minutes=10)
REMINDED_BEFORE = timedelta(minutes=2)
ASKED_FOR = timedelta(minutes=10)  # nobody joined by then: the request ends, and who asked stays at home


@transaction.atomic
def ask_for_buddy(report: Report, *, by: Person) -> BuddyRequest:
    """Ask for one neighbour to go along. Asking twice asks once."""
    report = locked(report)
    role_in(report, by)
    refuse_if(rules.refusal_to_go(report, report.group.policy))
    standing = _running(report).filter(Q(asked_by=by) | Q(joined_by=by)).first()
    if standing:
        return standing
    request = BuddyRequest.objects.create(report=report, asked_by=by)
    record("buddy.asked", report.pk, by=by, request=request.pk)
    intend("report.buddy", request.pk, priority=1, valid_for=ASKED_FOR, payer_id=request.report.group_id)
    turn_page(report)
    return request


@transaction.atomic
def join_buddy(request: BuddyRequest, *, by: Person) -> BuddyRequest:
    """Go along. The first who joins is the second person; nobody can be the third."""
    request, report = _held(request)
    role_in(report, by)
    refuse_if(rules.refusal_to_go(report, report.group.policy))
    if request.joined_by_id == by.pk:
        return request
    if request.asked_by_id == by.pk:
        raise DomainError(_("You asked this yourself. Wait until a neighbour joins. Do not go alone."))
    if request.joined_by_id or request.ended_at:
        raise DomainError(_("Somebody else goes along already. Two is enough: stay inside."))
    request.joined_by, request.check_in_due_at = by, timezone.now() + CHECK_IN_AFTER
    request.save(update_fields=["joined_by", "check_in_due_at"])
    record("buddy.joined", report.pk, by=by, request=request.pk)
    intend("report.buddy_joined", request.pk, priority=1, valid_for=CHECK_IN_AFTER, payer_id=request.report.group_id)
    turn_page(report)
    return request


@transaction.atomic
def check_in(request: BuddyRequest, *, by: Person, home: bool) -> BuddyRequest:
    """One of the two says that all is well. Home: it ends. Still out: the next check-in is in ten minutes."""
    request, report = _held(request)
    if by.pk not in (request.asked_by_id, request.joined_by_id):
        raise DomainError(_("Only the two who went can say this."))
    if request.ended_at:
        return request
    now = timezone.now()
    request.checked_in_at = now
    request.ended_at = now if home or request.joined_by_id is None else None
    request.check_in_due_at = None if request.ended_at else now + CHECK_IN_AFTER
    request.save(update_fields=["checked_in_at", "ended_at", "check_in_due_at"])
    record("buddy.checked_in", report.pk, by=by, request=request.pk, home=bool(request.ended_at))
    turn_page(report)
    return request


def watch_buddies(now: datetime | None = None) -> int:
    """End requests that nobody joined, ask two who are out, and warn the coordinator when they say nothing.

    Returns how many requests there was something to do for.
    """
    now = now or timezone.now()
    running = BuddyRequest.objects.filter(ended_at=None)
    soon = running.filter(check_in_due_at__lte=now + REMINDED_BEFORE).filter(
        Q(reminded_at=None) | Q(reminded_at__lt=F("check_in_due_at") - REMINDED_BEFORE)
    )
    reminded = sum(_remind(pk, now) for pk in soon.values_list("pk", flat=True))
    alone = running.filter(joined_by=None, asked_at__lte=now - ASKED_FOR)
    silent = running.filter(check_in_due_at__lte=now).filter(Q(warned_at=None) | Q(warned_at__lt=F("check_in_due_at")))
    ended = sum(_end_unanswered(pk, now) for pk in alone.values_list("pk", flat=True))
    return reminded + ended + sum(_warn(pk, now) for pk in silent.values_list("pk", flat=True))


def end_buddy_requests(report: Report) -> None:
    """The report has ended: nobody is asked along any more. Two who are out still check in."""
    _running(report).filter(joined_by=None).update(ended_at=timezone.now())


@transaction.atomic
def _remind(request_id: UUID, now: datetime) -> bool:
    """Ask the two whether all is well, shortly before they should have said so."""
    request = BuddyRequest.objects.select_for_update().get(pk=request_id)
    due = request.check_in_due_at
    if request.ended_at or due is None or due - REMINDED_BEFORE > now:
        return False
    if request.reminded_at and request.reminded_at >= due - REMINDED_BEFORE:
        return False
    request.reminded_at = now
    request.save(update_fields=["reminded_at"])
    record("buddy.reminded", request.report_id, request=request.pk)
    intend("report.buddy_check_in", request.pk, priority=0, valid_for=CHECK_IN_AFTER, payer_id=request.report.group_id)
    return True


@transaction.atomic
def _end_unanswered(request_id: UUID, now: datetime) -> bool:
    request = BuddyRequest.objects.select_for_update().get(pk=request_id)
    if request.joined_by_id or request.ended_at:
        return False
    request.ended_at = now
    request.save(update_fields=["ended_at"])
    record("buddy.unanswered", request.report_id, request=request.pk)
    intend("report.buddy_unanswered", request.pk, priority=1, valid_for=ASKED_FOR, payer_id=request.report.group_id)
    return True


@transaction.atomic
def _warn(request_id: UUID, now: datetime) -> bool:
    """Two neighbours did not say that they are safe: the coordinator calls them, and else the emergency number."""
    request = BuddyRequest.objects.select_for_update().get(pk=request_id)
    due = request.check_in_due_at
    if request.ended_at or due is None or due > now or (request.warned_at and request.warned_at >= due):
        return False
    request.warned_at = now
    request.save(update_fields=["warned_at"])
    record("buddy.missed", request.report_id, request=request.pk)
    intend(
        "report.buddy_missed", request.pk, priority=0, valid_for=timedelta(hours=1), payer_id=request.report.group_id
    )
    return True


def _running(report: Report) -> QuerySet[BuddyRequest]:
    return BuddyRequest.objects.filter(report=report, ended_at=None)


def _held(request: BuddyRequest) -> tuple[BuddyRequest, Report]:
    """The request and its report, both held, the report first as everywhere."""
    report = locked(request.report)
    return BuddyRequest.objects.select_for_update().get(pk=request.pk), report
