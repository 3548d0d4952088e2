# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's side: look through, hand over, follow."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.dossiers import access, forms, queries, rules, services
from buurtwacht.dossiers.sheet import sheet_of
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required
from buurtwacht.reports.thread.access import report_to_coordinate


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def review(request: PersonRequest, slug: str, dossier_id: UUID) -> HttpResponse:
    """Screen 08: left what happened, right what the police will get."""
    dossier = access.dossier_to_coordinate(request.user, slug, dossier_id)
    if dossier.status != dossier.Status.TO_REVIEW:
        return redirect("dossiers:follow", slug, dossier_id)
    if request.method == "POST":
        services.redact_dossier(dossier, by=request.user, **forms.chosen_redactions(request.POST))
        if "hand_over" in request.POST:
            services.hand_over_dossier(dossier, by=request.user)
            return redirect("dossiers:follow", slug, dossier_id)
    lines = queries.review_lines(dossier)
    context = {
        "group": dossier.report.group,
        "dossier": dossier,
        "lines": lines,
        "taken_out": queries.taken_out_by_program(lines),
        "sheet": sheet_of(dossier),
        "kept_days": rules.CONTENT_KEPT_FOR.days,
        "may_be_set_aside": rules.may_be_set_aside(dossier.report.group.policy),
    }
    template = "dossiers/_sheet.html" if request.htmx else "dossiers/review.html"
    return render(request, template, context)


@require_safe
@second_factor_required
def follow(request: PersonRequest, slug: str, dossier_id: UUID) -> HttpResponse:
    """After handing over: the code to read out, the receipt, and the answer."""
    dossier = access.dossier_to_coordinate(request.user, slug, dossier_id)
    if dossier.status == dossier.Status.TO_REVIEW:
        return redirect("dossiers:review", slug, dossier_id)
    handover = queries.last_handover(dossier)
    context = {
        "group": dossier.report.group,
        "dossier": dossier,
        "handover": handover,
        "digest": bytes(handover.digest).hex() if handover else "",
        "can_be_asked": rules.can_be_answered(dossier) and dossier.outcome_due_on is not None,
        "rests_until": rules.rest_before_asking(dossier, timezone.now()),
    }
    return render(request, "dossiers/follow.html", context)


@require_POST
@second_factor_required
def send_again(request: PersonRequest, slug: str, dossier_id: UUID) -> HttpResponse:
    """A fresh link and a fresh code for the same sealed file."""
    dossier = access.dossier_to_coordinate(request.user, slug, dossier_id)
    services.hand_over_dossier(dossier, by=request.user)
    messages.success(request, _("A new link is on its way. The old one does not work any more."))
    return redirect("dossiers:follow", slug, dossier_id)


@require_POST
@second_factor_required
def ask_again(request: PersonRequest, slug: str, dossier_id: UUID) -> HttpResponse:
    """Ask the police once more what came of it, or read from when that may be."""
    dossier = access.dossier_to_coordinate(request.user, slug, dossier_id)
    try:
        services.ask_again(dossier, by=request.user)
        messages.success(request, _("The question was sent once more."))
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect("dossiers:follow", slug, dossier_id)


@require_POST
@second_factor_required
def set_aside(request: PersonRequest, slug: str, dossier_id: UUID) -> HttpResponse:
    """The police do not need this one."""
    dossier = access.dossier_to_coordinate(request.user, slug, dossier_id)
    services.set_dossier_aside(dossier, by=request.user)
    messages.success(request, _("This dossier does not go to the police."))
    return redirect("dossiers:follow", slug, dossier_id)


@require_POST
@second_factor_required
def begin(request: PersonRequest, slug: str, report_id: UUID) -> HttpResponse:
    """Make a dossier on request, where the rules do not make one by themselves."""
    reader = report_to_coordinate(request.user, slug, report_id)
    dossier = services.begin_dossier(reader.report, by=request.user)
    return redirect("dossiers:review", slug, dossier.pk)
