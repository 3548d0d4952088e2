# SPDX-License-Identifier: EUPL-1.2
"""A parent reads what a child agreed to, and says yes or no. Reached by a link from a mail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.links import APPLICANT, GUARDIAN, application_by
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.signing import forms, services
from buurtwacht.enrolment.signing.texts import Kind, text_for
from buurtwacht.enrolment.steps import Step


@require_POST
def ask_again(request: HttpRequest, token: str) -> HttpResponse:
    """The applicant has the parent mailed once more, from the page of the application."""
    application = application_by(APPLICANT, token)
    speak_as(application.group, request)
    services.ask_guardian_again(application)
    messages.success(request, _("The mail is on its way again. It may land in the spam folder."))
    return redirect("application_status", token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def guardian(request: HttpRequest, token: str) -> HttpResponse:
    """Sign, or refuse. Afterwards the same address says what was answered."""
    application = application_by(GUARDIAN, token)
    speak_as(application.group, request)
    context = frame_of(application.group) | {"application": application, "token": token}
    if step_of(application) is not Step.GUARDIAN:
        return render(request, "enrolment/signing/guardian_done.html", context)
    if "refuse" in request.POST:
        services.refuse_as_guardian(application)
        return redirect("application_guardian", token)
    text, house_rules = (text_for(kind, application.group) for kind in (Kind.GUARDIAN, Kind.RULES))
    form = forms.GuardianForm(request.POST if request.method == "POST" else None, application, [text, house_rules])
    if form.is_valid():
        services.sign_as_guardian(application, form.mark, language=get_language() or "")
        return redirect("application_guardian", token)
    context |= {"form": form, "text": text, "more": [house_rules]}
    return render(request, "enrolment/signing/guardian.html", context)
