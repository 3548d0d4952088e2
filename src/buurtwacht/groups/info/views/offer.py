# SPDX-License-Identifier: EUPL-1.2
"""Police and municipality offer a note to groups. They never reach members, and read nothing here (R140, C10)."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups.info import access, queries, services
from buurtwacht.groups.info.forms import OfferForm
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def by_officer(request: PersonRequest, slug: str) -> HttpResponse:
    return _offer(request, slug, access.Role.OFFICER)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def by_official(request: PersonRequest, slug: str) -> HttpResponse:
    return _offer(request, slug, access.Role.OFFICIAL)


def _offer(request: PersonRequest, slug: str, role: str) -> HttpResponse:
    organisation = access.organisation_to_offer_from(request.user, slug, role)
    groups = queries.groups_to_inform(organisation)
    form = OfferForm(request.POST or None, zone=ZoneInfo(organisation.time_zone), groups=groups)
    if form.accepts():
        _to_each(form, role, request)
        return redirect(request.path)
    context = {"organisation": organisation, "role": role, "form": form, "groups": groups}
    return render(request, "groups/info/offer.html", context)


@transaction.atomic
def _to_each(form: OfferForm, role: str, request: PersonRequest) -> None:
    told = form.cleaned_data
    for group in told["groups"]:
        services.offer_note(
            group,
            words=told["words"],
            first=told["first"],
            last=told["last"],
            role=role,
            by=request.user,
            shown=form.shown,
        )
    count = len(told["groups"])
    words = ngettext(
        "It waits for the coordinators of %(count)s group. They decide.",
        "It waits for the coordinators of %(count)s groups. They decide.",
        count,
    )
    messages.success(request, words % {"count": count})
