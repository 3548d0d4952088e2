# SPDX-License-Identifier: EUPL-1.2
"""From coordinator to coordinator: asking neighbouring groups, and their answer."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.alerts.models import Relay
from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.groups.access import no_such_group
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError, refuse_if
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import Person
from buurtwacht.reports.access import no_such_report
from buurtwacht.reports.models import Report
from buurtwacht.reports.neighbouring import share_from_neighbours
from buurtwacht.reports.thread.services.locked import locked, refuse_all_but_coordinator

from .additions import KIND as ADDED
from .additions import additions_to_tell, relays_with_live_copy
from .queries import active_neighbours, is_copy
from .rules import refusal_to_ask, refusal_to_pass_on

KIND, ENDED, HIDDEN = "report.relay", "report.relay_ended", "report.relay_hidden"
CORRECTED, POLICE = "report.relay_corrected", "report.relay_police"
STANDS_AGAIN, MESSAGE_AGAIN = "report.relay_shown_again", "report.relay_message_again"
ASKED_FOR = timedelta(minutes=30)  # an alarm of half an hour ago is no alarm for another group any more
END_VALID_FOR = timedelta(hours=12)
ADDED_FOR = timedelta(minutes=30)  # where somebody was half an hour ago helps nobody


@transaction.atomic
def ask_neighbours(report: Report, groups: Collection[WatchGroup], by: Person) -> list[Relay]:
    """Ask the coordinators of these neighbouring groups to pass a report on. A group that was asked is not asked again.

    Raises `NotFound` for whoever does not coordinate the report's group and for a group that is no active neighbour,
    `DomainError` when no group was chosen and when the report cannot be passed on.
    """
    report = locked(report)
    refuse_all_but_coordinator(report, by)
    refuse_if(refusal_to_ask(report, is_copy=is_copy(report)))
    wanted = {group.pk for group in groups}
    if not wanted:
        raise DomainError(_("Choose at least one group."))
    chosen = list(active_neighbours(report.group).filter(pk__in=wanted))
    if len(chosen) < len(wanted):
        no_such_group()
    return [_ask(report, group, by) for group in chosen]


@transaction.atomic
def pass_on(relay: Relay, by: Person) -> Report:
    """Tell the members of the asked group, as a report of their own. Two taps make one report, which is given back.

    Raises `NotFound` for whoever does not coordinate that group, `DomainError` when the report has ended or when
    somebody answered that it is not passed on.
    """
    relay = _held(relay, by)
    if relay.copy:
        return relay.copy
    _refuse_answered(relay)
    report = locked(relay.report)
    refuse_if(refusal_to_pass_on(report))
    relay.copy_id = new_id()  # known before the report is there: that comes last, see `entries.add_entry`
    _answer(relay, Relay.Answer.PASSED_ON, by)
    return share_from_neighbours(report, relay.to_group, by=by, copy_id=relay.copy_id)


@transaction.atomic
def tell_addition(report: Report, entry_id: str, by: Person) -> None:
    """Tell one addition to the coordinators of the groups that passed it on. It is told once.

    Raises `NotFound` for whoever does not coordinate the report's group, `DomainError` when the report has ended, when
    it was told before, and when nothing of it may go along.
    """
    report = locked(report)
    refuse_all_but_coordinator(report, by)
    refuse_if(refusal_to_pass_on(report))
    addition = next((one for one in additions_to_tell(report) if str(one.id) == entry_id), None)
    if addition is None:
        raise DomainError(_("This was told already, or it cannot go along."))
    for relay in relays_with_live_copy(report):
        promise_news(ADDED, relay, addition.id, valid_for=ADDED_FOR)
        record("relay.sent", relay.pk, by=by, report=report.pk, group=relay.to_group_id, entry=addition.id)


@transaction.atomic
def decline(relay: Relay, by: Person) -> None:
    """The asked group does not pass it on. Saying so twice says nothing new.

    Raises `NotFound` for whoever does not coordinate that group, `DomainError` when it was passed on already.
    """
    relay = _held(relay, by)
    if relay.answer != Relay.Answer.DECLINED:
        _refuse_answered(relay)
        _answer(relay, Relay.Answer.DECLINED, by)


def promise_news(
    kind: str, relay: Relay, entry_id: UUID | None = None, *, valid_for: timedelta = END_VALID_FOR
) -> None:
    """The coordinators with a copy will hear of it, at the cost of their group; `entry_id` is what it is about."""
    intend(
        kind,
        relay.pk,
        priority=Priority.UPDATE,
        valid_for=valid_for,
        payer_id=relay.to_group_id,
        facts={"entry": entry_id} if entry_id else None,
    )


def _ask(report: Report, group: WatchGroup, by: Person) -> Relay:
    relay, is_new = Relay.objects.get_or_create(report=report, to_group=group, defaults={"asked_by": by})
    if is_new:
        intend(KIND, relay.pk, priority=Priority.ALARM, valid_for=ASKED_FOR, payer_id=group.pk)
        record("relay.asked", relay.pk, by=by, report=report.pk, group=group.pk)
    return relay


def _held(relay: Relay, by: Person) -> Relay:
    """The relay as it is now, held until the transaction ends: who taps second waits, and then sees the answer."""
    rows = Relay.objects.select_for_update(of=("self",))
    held = rows.select_related("report", "to_group__organisation", "copy").get(pk=relay.pk)
    if not is_coordinator(by, held.to_group):
        no_such_report()
    return held


def _refuse_answered(relay: Relay) -> None:
    if relay.answer:
        raise DomainError(_("Another coordinator of your group answered this already."))


def _answer(relay: Relay, answer: str, by: Person) -> None:
    relay.answer, relay.answered_by, relay.answered_at = answer, by, timezone.now()
    relay.save(update_fields=["answer", "answered_by", "answered_at", "copy"])
    record(f"relay.{answer}", relay.pk, by=by, report=relay.report_id, group=relay.to_group_id)
