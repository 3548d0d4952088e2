# SPDX-License-Identifier: EUPL-1.2
"""The cases of a group, and what was decided in it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.groups.access import group_to_moderate
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.moderation.cases import access, ledger, page
from buurtwacht.people.doors import PersonRequest, second_factor_required

CLOSED_SHOWN = 20


@never_cache
@require_safe
@second_factor_required
def cases(request: PersonRequest, slug: str) -> HttpResponse:
    """What waits for the reader first, then what is open, then what was closed last."""
    group = group_to_moderate(request.user, slug)
    found = access.group_cases(request.user, slug)
    context = {
        "group": group,
        "open": page.rows(found.filter(closed_at=None), request.user),
        "closed": page.rows(found.exclude(closed_at=None).order_by("-closed_at", "-pk")[:CLOSED_SHOWN], request.user),
        "is_coordinator": is_coordinator(request.user, group),
    }
    return render(request, "moderation/cases/cases.html", context)


@never_cache
@require_safe
@second_factor_required
def office(request: PersonRequest, slug: str) -> HttpResponse:
    """The cases that an organisation decides, or has to say yes to."""
    organisation = access.organisation_to_answer_for(request.user, slug)
    found = access.office_cases(request.user, slug)
    context = {
        "organisation": organisation,
        "open": page.rows(found.filter(closed_at=None), request.user),
        "closed": page.rows(found.exclude(closed_at=None).order_by("-closed_at", "-pk")[:CLOSED_SHOWN], request.user),
    }
    return render(request, "moderation/cases/cases.html", context)


@never_cache
@require_safe
@second_factor_required
def decisions(request: PersonRequest, slug: str) -> HttpResponse:
    """The ledger: what was decided, when, about which rule and with which outcome. No words, no names."""
    group = group_to_moderate(request.user, slug)
    context = {"group": group, "decisions": ledger.decisions_of(group, request.user)}
    return render(request, "moderation/cases/decisions.html", context)
