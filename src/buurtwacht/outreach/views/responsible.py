# SPDX-License-Identifier: EUPL-1.2
"""Who answers for the data of an organisation's groups, and where its town takes reports about loose tiles."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.groups.access import organisation_to_answer_for
from buurtwacht.groups.services import share_municipal_reports
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach import responsible, services
from buurtwacht.outreach.forms.responsible import BreachForm, PartiesForm, TilesForm, parties_in
from buurtwacht.people.doors import PersonRequest, second_factor_required
from buurtwacht.privacy.register import register_document

DATA, TILES = "data", "tiles"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def details(request: PersonRequest, organisation: str) -> HttpResponse:
    """Two forms, each with its own button."""
    found = organisation_to_answer_for(request.user, organisation)
    sent = request.POST.get("what")
    told = {name: request.POST if sent == name else None for name in (DATA, TILES)}
    rows = PartiesForm(told[DATA], initial=responsible.rows_of(found))
    breach = BreachForm(told[DATA], initial={"breach_mailbox": found.breach_mailbox})
    tiles = TilesForm(told[TILES], initial={"url": found.municipal_report_url, "number": found.municipal_number})
    try:
        if sent == DATA and rows.is_valid() and breach.is_valid():
            services.keep_responsible(found, parties_in(rows), by=request.user, **breach.cleaned_data)
            messages.success(request, _("This is kept. Everybody reads it on the privacy page."))
            return redirect("organisation_details", found.slug)
        if sent == TILES and tiles.is_valid():
            share_municipal_reports(found, **tiles.cleaned_data, by=request.user)
            messages.success(request, _("This is kept. It holds for every group that says nothing else."))
            return redirect("organisation_details", found.slug)
    except DomainError as refusal:
        (breach if sent == DATA else tiles).add_error(None, str(refusal))
    context = {"organisation": found, "rows": rows, "breach": breach, "tiles": tiles}
    return render(request, "outreach/responsible.html", context)


@require_safe
@never_cache
@second_factor_required
def register(request: PersonRequest, organisation: str) -> HttpResponse:
    """The processing register, with who is responsible here, as a file."""
    found = organisation_to_answer_for(request.user, organisation)
    answer = HttpResponse(register_document(responsible.register_lines(found)), content_type="text/markdown")
    answer["Content-Disposition"] = f'attachment; filename="register-{found.slug}.md"'
    return answer
