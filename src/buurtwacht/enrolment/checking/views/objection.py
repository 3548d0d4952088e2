# SPDX-License-Identifier: EUPL-1.2
"""After a refusal: asking to look again, and looking again. And what the police got."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.checking import access, forms, mails, queries, services
from buurtwacht.enrolment.links import APPLICANT, application_by
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest, token: str) -> HttpResponse:
    """The applicant's page after a refusal."""
    application = application_by(APPLICANT, token)
    speak_as(application.group, request)
    if not queries.can_still_object(application) and not application.objections.exists():
        return redirect("application_status", token)
    form = forms.ObjectionForm(request.POST if request.method == "POST" else None)
    if form.accepts():
        services.object_to_refusal(application, form.cleaned_data["words"], shown=form.shown)
        return redirect("application_objection", token)
    context = frame_of(application.group) | {
        "application": application,
        "token": token,
        "form": form,
        "objection": application.objections.last(),
        "contact": mails.contact_of(application),
        "ends": queries.gone_at(application),
        "transfer": queries.transfer_of(application),
    }
    return render(request, "enrolment/checking/objection.html", context)


@never_cache
@require_safe
def transfer(request: HttpRequest, token: str) -> HttpResponse:
    """What went to the police, when and to whom (R074)."""
    application = application_by(APPLICANT, token)
    speak_as(application.group, request)
    found = queries.transfer_of(application)
    if found is None:
        return redirect("application_status", token)
    context = frame_of(application.group) | {"application": application, "token": token, "transfer": found}
    return render(request, "enrolment/checking/transfer.html", context)


@never_cache
@require_safe
@second_factor_required
def desk(request: PersonRequest, slug: str) -> HttpResponse:
    """The objections that this officer or official has to answer."""
    organisation = access.officer_or_official(request.user, slug)
    roles = access.roles_in(request.user, organisation)
    found = {one.objection.pk: one for role in roles for one in queries.objections_for(organisation, role)}
    context = {"organisation": organisation, "objections": list(found.values()), "is_officer": "officer" in roles}
    return render(request, "enrolment/checking/objections.html", context)


@require_POST
@second_factor_required
def answer(request: PersonRequest, slug: str, objection_id: UUID) -> HttpResponse:
    """It stands, or the application goes on."""
    objection = access.objection_to_answer(request.user, slug, objection_id)
    services.answer_objection(objection, upheld="upheld" in request.POST, by=request.user)
    words = _("The application goes on.") if "upheld" in request.POST else _("The refusal stands.")
    messages.success(request, words + " " + _("The neighbour gets a mail."))
    return redirect("objections", slug)
