# SPDX-License-Identifier: EUPL-1.2
"""Requests about rights, for who answers for the organisation."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.queries import country_of
from buurtwacht.outreach.rights import access, queries, services
from buurtwacht.outreach.rights.answerers import is_kept_from, tells_of
from buurtwacht.outreach.rights.forms import AnswerRequestForm, ProlongForm, SearchForm
from buurtwacht.outreach.rights.rules import authority_of
from buurtwacht.people.doors import PersonRequest, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.outreach.models import RightsRequest


@require_safe
@second_factor_required
@never_cache
def requests(request: PersonRequest, organisation: str) -> HttpResponse:
    """What waits, the first term first; and what was answered in the last year."""
    found = access.organisation_to_answer_for(request.user, organisation)
    waiting, answered = queries.open_requests(found), queries.answered_requests(found)
    context = {
        "organisation": found,
        "waiting": [(one, is_kept_from(request.user, one)) for one in waiting],
        "answered": [one for one in answered if not is_kept_from(request.user, one)],
    }
    return render(request, "outreach/rights/requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def request_page(request: PersonRequest, organisation: str, request_id: UUID) -> HttpResponse:
    """One request: what was asked, where to look, and the answer."""
    asked = access.request_to_answer(request.user, organisation, request_id)
    act = request.POST.get("act", "")
    answering = AnswerRequestForm(request.POST if act == "answer" else None)
    longer = ProlongForm(request.POST if act == "prolong" else None)
    search = SearchForm(request.POST if act == "search" else None, initial=_moment(asked))
    found = None
    if act == "answer" and answering.accepts() and _answer(request, asked, answering):
        if asked.on_paper:  # the letter is on the page
            return redirect("rights_request", organisation, request_id)
        return redirect("rights_requests", organisation)
    if act == "prolong" and longer.accepts():
        services.prolong_request(asked, by=request.user, because=longer.cleaned_data["because"])
        messages.success(request, _prolonged(asked))
        return redirect("rights_request", organisation, request_id)
    if act == "search" and search.is_valid():
        found = services.search_reports(asked, by=request.user, **search.cleaned_data)
    context = {
        "asked": asked,
        "organisation": asked.organisation,
        "moment": _moment(asked),
        "search": search,
        "found": found,
        "noted": asked.concerns.select_related("group__organisation"),
        "form": answering,
        "longer": longer,
        "authority": authority_of(country_of(asked.organisation))[0],
        "nobody_else": tells_of(request.user, asked),  # who sees this page all the same is the only one left
    }
    refused = answering.errors or longer.errors or search.errors
    return render(request, "outreach/rights/request.html", context, status=400 if refused else 200)


@require_POST
@second_factor_required
@never_cache
def report(request: PersonRequest, organisation: str, request_id: UUID, report_id: UUID) -> HttpResponse:
    """This report is about who asked; or erase what it says about them."""
    asked = access.request_to_answer(request.user, organisation, request_id)
    about = access.report_of(request.user, asked, report_id)
    if "erase" in request.POST:
        services.erase_described(asked, about, by=request.user)
        messages.success(request, _("What the report said about somebody was erased. That something happened stays."))
    else:
        services.note_report(asked, about, by=request.user)
        messages.success(request, _("Noted: this report belongs to the request."))
    if is_kept_from(request.user, asked):
        messages.info(request, _("You told something in it, so somebody else answers this request. They hear of it."))
        return redirect("rights_requests", organisation)
    return redirect("rights_request", organisation, request_id)


def _answer(request: PersonRequest, asked: "RightsRequest", form: AnswerRequestForm) -> bool:
    told = {name: form.cleaned_data[name] for name in ("outcome", "answer", "known_by")}
    try:
        services.answer_request(asked, by=request.user, **told)
    except DomainError as refusal:
        form.add_error("answer", str(refusal.message))
        return False
    by_mail = _("Your answer goes by mail, with where to complain.")
    messages.success(request, by_mail if asked.email else _("Noted. Now print the letter: it says where to complain."))
    return True


def _prolonged(asked: "RightsRequest") -> str:
    if asked.email:
        return _("Prolonged by two months. Who asked hears it by mail.")
    return _("Prolonged by two months. Now print the letter: who asked has to hear it within the first month.")


def _moment(asked: "RightsRequest") -> dict[str, object]:
    told = asked.moment or {}
    on = told.get("on")
    return {
        "street": told.get("street", ""),
        "on": date.fromisoformat(on) if on else None,
        "hour": told.get("hour"),
    }
