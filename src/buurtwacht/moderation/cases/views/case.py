# SPDX-License-Identifier: EUPL-1.2
"""One case: what happened, what was decided, and what can be decided now.

Each view stands at two addresses: for the administrators of the group, and (`at_office`) for who answers for the
organisation, when the case lies there or waits for its yes.
"""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.groups.services import count_words
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.moderation.cases import access, forms, page, queries, services, words
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_safe
@second_factor_required
def case(request: PersonRequest, slug: str, case_id: UUID, at_office: bool = False) -> HttpResponse:
    """The facts, the rule, the timeline, and the steps that the ladder allows."""
    return _page(request, slug, case_id, at_office)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def step(request: PersonRequest, slug: str, case_id: UUID, kind: str, at_office: bool = False) -> HttpResponse:
    """Take a step of the ladder, or propose it where two are needed."""
    found = access.case_for(request.user, slug, case_id, at_office=at_office)
    rung = queries.rung_for(found, kind)
    if rung is None or found.closed_at or not queries.is_judge(request.user, found):
        raise NotFound(_("There is no such step."))
    form = forms.StepForm(request.POST if request.method == "POST" else None, kind=kind, group=found.group)
    if form.accepts():
        try:
            measure = services.propose_measure(
                found, kind, by=request.user, reason=form.cleaned_data["reason"], until=form.until()
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            count_words(found.group, form.shown, *form.texts)
            _say(request, measure.status)
            return redirect(_url("case", slug, case_id, at_office))
    alone = queries.decides_alone(rung, found, request.user)
    context = {
        "case": found,
        "group": found.group,
        "name": words.name_of(found),
        "label": words.label_of(kind),
        "means": words.what_it_means(kind),
        "decides": words.who_decides(rung.decider, alone=alone),
        "button": words.button_for(rung.decider, alone=alone),
        "form": form,
        "back": _url("case", slug, case_id, at_office),
    }
    return render(request, "moderation/cases/step.html", context, status=400 if form.errors else 200)


@require_POST
@second_factor_required
def answer(request: PersonRequest, slug: str, case_id: UUID, measure_id: UUID, at_office: bool = False) -> HttpResponse:
    """Say yes or no to what was proposed, withdraw it, or note that the signed letter came back."""
    found = access.case_for(request.user, slug, case_id, at_office=at_office)
    measure = access.measure_for(found, measure_id)
    wrong: dict[str, Form] = {}
    if "agree" in request.POST:
        _say(request, services.agree(measure, by=request.user).status)
    elif "withdraw" in request.POST:
        services.decline(measure, by=request.user)
        messages.success(request, _("The proposal is withdrawn."))
    elif "signed" in request.POST:
        signed = forms.SignedForm(request.POST)
        if signed.is_valid():
            _say(request, services.note_signed(measure, on=signed.cleaned_data["on"], by=request.user).status)
        else:
            wrong["signed_form"] = signed
    else:
        declined = forms.DeclineForm(request.POST)
        if declined.accepts():
            services.decline(measure, by=request.user, reason=declined.cleaned_data["reason"])
            count_words(measure.case.group, declined.shown, *declined.texts)
            messages.success(request, _("You said no. Who proposed it reads why."))
        else:
            wrong["decline_form"] = declined
    if wrong:
        return _page(request, slug, case_id, at_office, status=400, **wrong)
    return _after(request, slug, case_id, at_office)


@require_POST
@second_factor_required
def close(request: PersonRequest, slug: str, case_id: UUID, at_office: bool = False) -> HttpResponse:
    """Nobody looks into it any more."""
    found = access.case_for(request.user, slug, case_id, at_office=at_office)
    services.close_case(found, outcome="nothing", by=request.user)
    messages.success(request, _("The case is closed."))
    return _after(request, slug, case_id, at_office)


def _page(
    request: PersonRequest, slug: str, case_id: UUID, at_office: bool, *, status: int = 200, **shown: Form
) -> HttpResponse:
    found = access.case_for(request.user, slug, case_id, at_office=at_office)
    context = {
        "page": page.page_of(found, request.user),
        "case": found,
        "group": found.group,
        "advice": found.advice.all(),
        "at_office": at_office,
        "slug": slug,
        "decline_form": forms.DeclineForm(),
        "signed_form": forms.SignedForm(),
        "back": _list_url(slug, at_office),
        **shown,
    }
    return render(request, "moderation/cases/case.html", context, status=status)


def _after(request: PersonRequest, slug: str, case_id: UUID, at_office: bool) -> HttpResponse:
    """Back to the case; or to the list, when with this answer it is no longer theirs to read."""
    try:
        access.case_for(request.user, slug, case_id, at_office=at_office)
    except NotFound:
        return redirect(_list_url(slug, at_office))
    return redirect(_url("case", slug, case_id, at_office))


def _say(request: PersonRequest, status: str) -> None:
    said = {
        "taken": _("This holds from now on. The member hears of it, and so do the other administrators."),
        "proposed": _("Proposed. It holds once somebody else agrees; they have been asked."),
        "lapsed": _("This neighbour left meanwhile. The case is closed."),
    }
    messages.success(request, said[status])


def _url(name: str, slug: str, case_id: UUID, at_office: bool) -> str:
    return reverse(("office_" if at_office else "desk_") + name, args=[slug, case_id])


def _list_url(slug: str, at_office: bool) -> str:
    return reverse("office_cases" if at_office else "desk_cases", args=[slug])
