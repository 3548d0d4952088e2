# SPDX-License-Identifier: EUPL-1.2
"""The two ends of a relay: asking neighbouring groups, and answering them. For coordinators only."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.doors import PersonRequest, second_factor_required

from . import access, services
from .forms import AskNeighboursForm
from .queries import passing_of, question_of

if TYPE_CHECKING:
    from buurtwacht.groups.models import WatchGroup
    from buurtwacht.reports.models import Report


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def ask(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """Choose which neighbouring groups are asked, and read what they answered."""
    report = access.report_to_pass_on(request.user, report_id)
    if request.method == "POST" and "add" in request.POST:
        return _tell_addition(request, report)
    passing = passing_of(report)
    form = AskNeighboursForm(request.POST if request.method == "POST" else None, groups=passing.groups)
    if request.method == "POST" and (passing.refusal or form.is_valid()):
        services.ask_neighbours(report, [] if passing.refusal else form.chosen, request.user)
        messages.success(request, _("Asked. Below you read what they answer."))
        return redirect("report_pass_on", report_id=report.pk)
    context = {
        "report": report,
        "group": report.group,
        "passing": passing,
        "form": form,
        "sos": _sos(report, report.group),
    }
    return render(request, "alerts/relay/ask.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def answer(request: PersonRequest, relay_id: UUID) -> HttpResponse:
    """What a neighbouring group asks: pass it on to the own members, or not."""
    relay = access.relay_to_answer(request.user, relay_id)
    if request.method == "POST" and request.POST.get("answer") == "pass_on":
        copy = services.pass_on(relay, request.user)
        messages.success(request, _("Passed on. Your group is being told now."))
        return redirect("report", report_id=copy.pk)
    if request.method == "POST" and request.POST.get("answer") == "decline":
        services.decline(relay, request.user)
        return redirect("relay", relay_id=relay.pk)
    group = relay.to_group
    context = {"question": question_of(relay), "relay": relay, "group": group, "sos": _sos(relay.report, group)}
    return render(request, "alerts/relay/answer.html", context, status=400 if request.method == "POST" else 200)


def _tell_addition(request: PersonRequest, report: "Report") -> HttpResponse:
    try:
        services.tell_addition(report, request.POST["add"], request.user)
        messages.success(request, _("Told. Their coordinators decide what their neighbours hear."))
    except NotFound:
        raise
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect("report_pass_on", report_id=report.pk)


def _sos(report: "Report", group: "WatchGroup") -> dict[str, Any]:
    """The emergency bar of the reader's own group: quiet once somebody called, while it is going on."""
    called_at = report.called_at if report.is_live else None
    return {"number": group.policy.emergency_number, "called_at": called_at, "quiet": bool(called_at)}
