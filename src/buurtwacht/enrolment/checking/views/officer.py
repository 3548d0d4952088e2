# SPDX-License-Identifier: EUPL-1.2
"""The officer's card, the coordinator's page about the officer, and the summary for colleagues."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.checking import forms, queries, services
from buurtwacht.enrolment.checking.summary import summary_pdf
from buurtwacht.groups.access import group_to_coordinate, organisation_for_officer
from buurtwacht.groups.queries import groups_under
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def card(request: PersonRequest, slug: str) -> HttpResponse:
    """Where and when coordinators reach this officer, and who coordinates the groups."""
    organisation = organisation_for_officer(request.user, slug)
    own = queries.card_of(request.user, organisation)
    form = forms.OfficerForm(
        request.POST if request.method == "POST" else None, groups=groups_under(organisation), card=own
    )
    if form.is_valid():
        services.fill_card(organisation, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Coordinators see it on their desk."))
        return redirect("officer_card", slug)
    context = {"organisation": organisation, "form": form, "pairs": queries.pairs_for(request.user, organisation)}
    return render(request, "enrolment/checking/officer_card.html", context)


@never_cache
@require_safe
@second_factor_required
def summary(request: PersonRequest, slug: str) -> HttpResponse:
    """For colleagues, on one page."""
    organisation = organisation_for_officer(request.user, slug)
    pdf = summary_pdf(organisation, queries.pairs_for(request.user, organisation))
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": 'attachment; filename="groepen.pdf"'})


@never_cache
@require_safe
@second_factor_required
def of_group(request: PersonRequest, slug: str) -> HttpResponse:
    """The officer of the neighbourhood, for who coordinates."""
    group = group_to_coordinate(request.user, slug)
    return render(request, "enrolment/checking/officer.html", {"group": group, "contacts": queries.contacts_of(group)})
