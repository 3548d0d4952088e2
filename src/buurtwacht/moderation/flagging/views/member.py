# SPDX-License-Identifier: EUPL-1.2
"""Saying that something is wrong, and the private word to who wrote something."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.moderation.flagging import access, forms, pages, services
from buurtwacht.people.doors import PersonRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def flag(request: PersonRequest, report_id: UUID, entry_id: UUID) -> HttpResponse:
    """What is wrong with this message? Afterwards the same page says what happens, and how it ended."""
    at = access.entry_to_flag(request.user, report_id, entry_id)
    if at.flag is None:
        access.refuse(pages.refusal(at))
    form = forms.FlagForm(request.POST if request.method == "POST" else None)
    if at.flag is None and form.is_valid():
        told = form.cleaned_data
        services.raise_flag(at.entry, by=request.user, reason=told["reason"], words=told["words"])
        return redirect("report_flag", report_id, entry_id)
    context = pages.of_flag(at) | {"form": form}
    return render(request, "moderation/flagging/flag.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def tip(request: PersonRequest, report_id: UUID, entry_id: UUID) -> HttpResponse:
    """Your own words, what could be better, and three ways to go on; or why they were hidden."""
    at = access.own_entry(request.user, report_id, entry_id)
    page = pages.of_tip(at)
    if request.method == "POST" and page.can_answer:
        if "keep" in request.POST:
            services.keep_words(page.nudge, by=request.user)
            messages.success(request, _("Your words stand. If somebody finds them wrong, people look at it."))
            return redirect("report", report_id)
        if "take_back" in request.POST:
            services.take_back_by_nudge(page.nudge, by=request.user)
            messages.success(request, _("Taken back. Whoever was told hears that. Thank you."))
            return redirect("report", report_id)
    form = pages.better_form(at, page, request.POST if "change" in request.POST else None)
    if form and page.can_answer and form.accepts():
        services.change_by_nudge(
            page.nudge, by=request.user, content=form.content(), entry_id=form.cleaned_data["entry_id"]
        )
        messages.success(request, _("Your neighbours read the new words now. Thank you."))
        return redirect("report", report_id)
    context = {"page": page, "form": form, "report": at.entry.report, "group": at.group}
    return render(request, "moderation/flagging/tip.html", context)
