# SPDX-License-Identifier: EUPL-1.2
"""What every change to a report begins with: hold the report, know who speaks, refuse in a sentence."""

from collections.abc import Iterable
from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.queries import (
    administrators_of,
    is_administrator,
    is_coordinator,
    membership_in,
    who_answers_for,
)
from buurtwacht.groups.services import count_hints
from buurtwacht.lib.errors import DomainError, NotFound, refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.words import advice_on, written_in


def locked(report: Report) -> Report:
    """The report as it is now, held until the transaction ends: who comes second waits, and then sees the change."""
    held = Report.objects.select_for_update(of=("self",)).select_related("group__organisation")
    return held.get(pk=report.pk)


def role_in(report: Report, by: Person) -> Entry.Role:
    """In which role this person speaks.

    Raises `NotFound` for somebody outside the group, and `DomainError` for a member who may not write for a while.
    """
    own = membership_in(by, report.group)
    if own is None:
        raise NotFound(_("There is no such report."))
    if own.is_suspended:
        raise DomainError(
            _("You cannot write in this group for a while. Do you see danger? Call the emergency number.")
        )
    return rules.role_of(report, by.pk, coordinates=is_coordinator(by, report.group))


def refuse_others(report: Report, by: Person) -> Entry.Role:
    """The role of the reporter or the coordinator. Nobody else corrects, withdraws or ends a report."""
    role = role_in(report, by)
    if role == Entry.Role.MEMBER:
        raise DomainError(_("Only who made the report and the coordinator can do this. Add what you know instead."))
    return role


def refuse_all_but_coordinator(report: Report, by: Person) -> None:
    """Raises `NotFound` for whoever does not coordinate this group today."""
    if not is_coordinator(by, report.group):
        raise NotFound(_("There is no such report."))


def refuse_all_but_judges(report: Report, by: Person, writer_id: UUID | None) -> None:
    """Raises `NotFound` for whoever judges no words here: an administrator does, and about the words of the only one
    who answers for the organisation."""
    group = report.group
    if is_administrator(by, group):
        return
    others = administrators_of(group).exclude(person_id=writer_id or report.pk)
    if others.exists() or not who_answers_for(group.organisation).filter(pk=by.pk).exists():
        raise NotFound(_("There is no such report."))


def check_words(report: Report, content: Content, shown: Iterable[str] = (), also: Iterable[str] = ()) -> None:
    """Refuse words that harm, wherever they stand, and count what came of the advice that was `shown` about them.

    `also` are words that go along with the content, such as those with a photo.

    The form has refused and advised before; this is for every other caller.
    """
    found = [advice for text in (*written_in(content), *also) for advice in advice_on(text, report.group.policy)]
    for advice in found:
        refuse_if(f"{advice.why} {advice.instead}".strip() if advice.blocks else None)
    count_hints(report.group, shown, {advice.reason.public.value for advice in found})


def said_before(report: Report, entry_id: UUID | None) -> Entry | None:
    """The entry of a form that was sent twice: the second time says nothing new.

    Raises `DomainError` when the number was used on another report.
    """
    entry = Entry.objects.filter(pk=entry_id).first() if entry_id else None
    if entry and entry.report_id != report.pk:
        raise DomainError(_("This form was used before. Open the page again and fill it in once more."))
    return entry


def closed_already(report: Report) -> NoReturn:
    raise DomainError(_("This report was closed already. Everybody has been told."))
