# SPDX-License-Identifier: EUPL-1.2
"""The member's side: reading what was decided and why, saying how they see it, and appealing. Signed in or by link."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.moderation.appeals import access, forms, letters, queries, rules, services
from buurtwacht.moderation.appeals.hints import hints_for
from buurtwacht.moderation.appeals.links import case_by
from buurtwacht.people.doors import PersonRequest, member_required

READ_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
@member_required
def cases(request: PersonRequest) -> HttpResponse:
    """Everything that was ever looked into about this person, as long as it is kept."""
    pages = [queries.page_of(case) for case in queries.cases_of(request.user)]
    return render(request, "moderation/appeals/cases.html", {"pages": pages})


@never_cache
@READ_WRITE
@member_required
def own(request: PersonRequest, case_id: UUID) -> HttpResponse:
    return _case(request, access.own_case(request.user, case_id), reverse("own_case", args=[case_id]))


@never_cache
@READ_WRITE
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Without signing in: by the link in a mail or a letter."""
    return _case(request, case_by(token), reverse("case_by_link", args=[token]), is_link=True)


@never_cache
@READ_WRITE
@member_required
def own_appeal(request: PersonRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    case = access.own_case(request.user, case_id)
    return _appeal(request, case, measure_id, reverse("own_case", args=[case_id]))


@never_cache
@READ_WRITE
def appeal_by_link(request: HttpRequest, token: str, measure_id: UUID) -> HttpResponse:
    return _appeal(request, case_by(token), measure_id, reverse("case_by_link", args=[token]), is_link=True)


@never_cache
@require_safe
@member_required
def own_copy(request: PersonRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    """One's own appeal, with the decision and the answer, to keep."""
    return _copy(access.own_case(request.user, case_id), measure_id)


@never_cache
@require_safe
def copy_by_link(request: HttpRequest, token: str, measure_id: UUID) -> HttpResponse:
    return _copy(case_by(token), measure_id)


def _copy(case: queries.Case, measure_id: UUID) -> HttpResponse:
    appeal = access.appeal_of(case, measure_id)
    headers = {"Content-Disposition": 'attachment; filename="bezwaar.pdf"'}
    return HttpResponse(letters.own_copy_pdf(appeal), "application/pdf", headers=headers)


def _case(request: HttpRequest, case: queries.Case, url: str, *, is_link: bool = False) -> HttpResponse:
    if is_link:
        speak_as(case.group, request)
    page = queries.page_of(case)
    form = forms.ViewForm(request.POST if request.method == "POST" else None, initial={"view": case.view})
    if form.is_valid():
        services.say_view(case, form.cleaned_data["view"])
        messages.success(request, _("Thank you. Who looks into it reads this before deciding."))
        return redirect(url)
    context = {"page": page, "case": case, "form": form, "url": url, "is_link": is_link}
    return render(request, "moderation/appeals/case.html", frame_of(case.group) | context)


def _appeal(
    request: HttpRequest, case: queries.Case, measure_id: UUID, url: str, *, is_link: bool = False
) -> HttpResponse:
    if is_link:
        speak_as(case.group, request)
    measure = access.measure_of(case, measure_id)
    step = queries.step_of(measure)
    if not step.can_appeal:
        return redirect(f"{url}#{measure.pk}")
    form = forms.AppealForm(request.POST if request.method == "POST" else None)
    hints = hints_for(form, case.group) if form.is_valid() else []
    if form.is_valid() and (not hints or "as_it_is" in request.POST):
        services.make_appeal(measure, form.cleaned_data["words"], by=case.person)
        messages.success(request, _("Your appeal has been sent. You get an answer within two weeks."))
        return redirect(f"{url}#{measure.pk}")
    context = {
        "case": case,
        "step": step,
        "form": form,
        "hints": hints,
        "url": url,
        "body": rules.body_of(case.group.policy),
        "in_writing": rules.in_writing(case.group.policy),
        "has_judges": queries.appeal_judges(measure).exists(),
    }
    return render(request, "moderation/appeals/appeal.html", frame_of(case.group) | context)
