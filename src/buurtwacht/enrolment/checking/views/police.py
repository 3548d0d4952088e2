# SPDX-License-Identifier: EUPL-1.2
"""The desk of the police: who waits for an answer, opened only to answer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.enrolment.checking import access, forms, queries, services
from buurtwacht.groups.access import organisation_for_officer
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

AT_ONCE = 20  # so many on one page: as many as somebody looks up in one go


@never_cache
@require_safe
@second_factor_required
def desk(request: PersonRequest, slug: str) -> HttpResponse:
    """The queue, without names: since when, for which group. A name shows when it is opened."""
    organisation = organisation_for_officer(request.user, slug)
    context = {
        "organisation": organisation,
        "cases": queries.cases_of(organisation),
        "answered": queries.answered_lately(organisation),
        "objections": len(queries.objections_for(organisation, "officer")),
        "at_once": AT_ONCE,
    }
    return render(request, "enrolment/checking/police_desk.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def open_cases(request: PersonRequest, slug: str) -> HttpResponse:
    """One record, or the first twenty: name and address, and an answer in one tap. Every opening is in the journal."""
    organisation = organisation_for_officer(request.user, slug)
    cases = _chosen(request, queries.cases_of(organisation))
    posted = request.POST if request.method == "POST" else None
    shown = [forms.VerdictForm(posted, case=case, today=timezone.localdate()) for case in cases]
    if posted is not None and all(form.is_valid() for form in shown):
        return _answer(request, slug, shown)
    if not cases:
        return redirect("vetting_desk", slug)
    services.note_opened(cases, by=request.user)
    context = {"organisation": organisation, "forms": shown, "one": len(shown) == 1, "answer": _("Your answer")}
    return render(request, "enrolment/checking/police_cases.html", context)


@require_POST
@second_factor_required
def mend(request: PersonRequest, slug: str, vetting_id: UUID) -> HttpResponse:
    """A slip of the finger, within a day."""
    vetting = services.correct_verdict(access.vetting_to_mend(request.user, slug, vetting_id), by=request.user)
    words = _("The answer is now: not agreed.") if vetting.verdict == "no" else _("The answer is now: agreed.")
    messages.success(request, words)
    return redirect("vetting_desk", slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def assign(request: PersonRequest, slug: str, application_id: UUID) -> HttpResponse:
    """Another group, or another coordinator (R056), by the police or the municipality."""
    application = access.applicant_of(request.user, slug, application_id)
    form = forms.AssignForm(
        request.POST if request.method == "POST" else None,
        **queries.choices_for(application),
        initial={"group": application.group, "coordinator": application.coordinator},
    )
    if form.is_valid():
        services.assign(application, by=request.user, **form.cleaned_data)
        messages.success(request, _("Assigned."))
        return redirect("objections", slug)
    context = {"application": application, "group": application.group, "form": form, "slug": slug}
    return render(request, "enrolment/checking/assign.html", context)


def _chosen(request: PersonRequest, cases: list[queries.Case]) -> list[queries.Case]:
    """The one that was asked for, else the first twenty. After sending: those on the page that was sent."""
    if request.method == "POST":
        sent = set(request.POST.getlist("case"))
        return [case for case in cases if str(case.id) in sent]
    wanted = request.GET.get("wie", "")
    return [case for case in cases if str(case.id) == wanted] if wanted else cases[:AT_ONCE]


def _answer(request: PersonRequest, slug: str, shown: list[forms.VerdictForm]) -> HttpResponse:
    given, late = 0, len(set(request.POST.getlist("case"))) - len(shown)
    for form in shown:
        told = form.cleaned_data
        if not told["verdict"]:
            continue
        try:
            services.give_verdict(form.case, told["verdict"], until=told["until"], by=request.user)
            given += 1
        except DomainError:
            late += 1
    _tell(request, given, late)
    return redirect("vetting_desk", slug)


def _tell(request: PersonRequest, given: int, late: int) -> None:
    if given:
        words = ngettext("%(count)s answer given.", "%(count)s answers given.", given) % {"count": given}
        messages.success(request, words)
    if late:
        words = ngettext(
            "%(count)s had been answered already by a colleague, or was withdrawn.",
            "%(count)s had been answered already by a colleague, or were withdrawn.",
            late,
        )
        messages.info(request, words % {"count": late})
    if not given and not late:
        messages.info(request, _("You gave no answer. They stay on the list."))
