# SPDX-License-Identifier: EUPL-1.2
"""The page behind the mail: this is what the list says about you; would you like to take part?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.applying.whereabouts import where_is
from buurtwacht.enrolment.links import APPLICANT, url_for
from buurtwacht.enrolment.members import access, services
from buurtwacht.enrolment.members.forms import ConsentForm
from buurtwacht.lib.errors import DomainError


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing: mail programs open links by themselves. Yes and no are buttons."""
    application = access.question_for(token)
    if application.email_proven_at or application.ended_at:
        return redirect(url_for(application, APPLICANT, "application_status"))
    group = application.group
    language = speak_as(group, request)
    if request.method == "POST" and "no" in request.POST:
        services.say_no(application)
        return render(request, "enrolment/members/refused.html", frame_of(group))
    form = ConsentForm(application, request.POST if request.method == "POST" else None)
    if form.is_valid():
        facts = form.facts(home=where_is(form.address(), group).home, language=language)
        try:
            application = services.say_yes(application, facts)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(url_for(application, APPLICANT, "application_status"))
    context = frame_of(group) | {"application": application, "form": form}
    return render(request, "enrolment/members/consent.html", context, status=400 if form.errors else 200)
