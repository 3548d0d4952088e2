# SPDX-License-Identifier: EUPL-1.2
"""Something of the group stands elsewhere: whose mark is on it, and who could have seen it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.groups.access import group_to_moderate
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

from . import access, pages, queries, services
from .forms import MarkForm, ReasonForm


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def leak(request: PersonRequest, slug: str) -> HttpResponse:
    """Begin: with the mark, or with the report."""
    group = group_to_moderate(request.user, slug)
    form = MarkForm(request.POST or None)
    if form.is_valid():
        try:
            look = services.look_up_mark(group, form.cleaned_data["mark"], reason=_reason(form), by=request.user)
        except DomainError as refusal:
            form.add_error("mark", str(refusal))
        else:
            if look:
                return redirect("desk_leak_look", slug, look.pk)
            messages.info(request, _("This mark is your own. Somebody else looks into it: that is how we do it here."))
            return redirect("desk_leak", slug)
    reports = [(report, queries.title_of(report)) for report in queries.recent_reports(group)]
    context = {"group": group, "form": form, "reports": reports}
    return render(request, "moderation/leaks/leak.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def report(request: PersonRequest, slug: str, report_id: UUID) -> HttpResponse:
    """How many could have seen it; with a reason, who."""
    found = access.report_that_leaked(request.user, slug, report_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        look = services.look_up_audience(found, reason=_reason(form), by=request.user)
        return redirect("desk_leak_look", slug, look.pk)
    context = {
        "group": found.group,
        "report": found,
        "title": queries.title_of(found),
        "audience": queries.audience_of(found),
        "form": form,
    }
    return render(request, "moderation/leaks/report.html", context, status=400 if form.errors else 200)


@require_safe
@never_cache
@second_factor_required
def look(request: PersonRequest, slug: str, look_id: UUID) -> HttpResponse:
    """The names, and what to do now."""
    found = access.look_of(request.user, slug, look_id)
    return render(request, "moderation/leaks/look.html", pages.look_page(found, request.user))


def _reason(form: ReasonForm) -> str:
    return str(form.cleaned_data["reason"])
