# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from buurtwacht.people.models import Person
from buurtwacht.reports.hiding import HideReason
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.services import show_entry_again, show_report_again

from . import forms, services


def act(entry: Entry, told: Mapping[str, Any], *, by: Person) -> str:
    """Do what was chosen on the page of a flagged message. Returns the sentence that says what was done."""
    return _ACTS[told["act"]](entry, told, by)


def show_again(entry: Entry, *, by: Person) -> None:
    """It was hidden by mistake: this message, or the whole report with it."""
    if entry.report.status == Report.Status.HIDDEN:
        show_report_again(entry.report, by=by)
    else:
        show_entry_again(entry, by=by)


def _stay(entry: Entry, told: Mapping[str, Any], by: Person) -> str:
    services.let_it_stay(entry, by=by, answer=told["answer"])
    return _("The words stay. Whoever flagged them hears so.")


def _ask(entry: Entry, told: Mapping[str, Any], by: Person) -> str:
    services.nudge_the_writer(entry, by=by)
    return _("Asked, privately. Without an answer within an hour it comes back to you.")


def _hide(entry: Entry, told: Mapping[str, Any], by: Person) -> str:
    services.hide_it(entry, by=by, reason=told["reason"])
    return _("Hidden. Whoever was told hears that, and who wrote it reads why.")


def _info(entry: Entry, told: Mapping[str, Any], by: Person) -> str:
    services.move_to_information(entry, by=by)
    return _("Out of the report. It waits as a draft among the weekly information.")


def _town(entry: Entry, told: Mapping[str, Any], by: Person) -> str:
    services.hide_it(entry, by=by, reason=HideReason.NOT_FOR_HERE)
    return _("Out of the report. Who wrote it reads where the municipality takes this.")


_ACTS: dict[str, Callable[[Entry, Mapping[str, Any], Person], str]] = {
    forms.STAY: _stay,
    forms.ASK: _ask,
    forms.HIDE: _hide,
    forms.INFO: _info,
    forms.TOWN: _town,
}
