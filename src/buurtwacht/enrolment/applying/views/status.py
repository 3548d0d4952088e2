# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.applying import access, queries, routes, services
from buurtwacht.enrolment.applying.speech import frame_of, speak_as


@never_cache
@require_safe
def status(request: HttpRequest, token: str) -> HttpResponse:
    """How far an application is, for whoever has the link from the mail."""
    application = access.application_for(token)
    speak_as(application.group, request)
    context = frame_of(application.group) | {
        "application": application,
        "phone": queries.phone_of(application),
        "progress": queries.progress_of(application),
        "may_change": queries.may_be_changed(application),
        "objection_url": routes.path_of("application_objection", token),
        "welcome_url": routes.path_of("welcome", application.group.slug),
        "police_url": routes.path_of("application_police", token) if application.vetted_at else "",
        "move_url": routes.path_of("move"),
        "token": token,
    }
    return render(request, "enrolment/applying/status.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Take the application back, in two taps. Mostly everything is erased with the second."""
    application = access.application_for(token)
    speak_as(application.group, request)
    if application.ended_at:
        return redirect("application_status", token)
    if request.method == "POST":
        is_erased = services.stop_application(application)
        return redirect("application_stopped") if is_erased else redirect("application_status", token)
    is_kept = services.is_kept_a_while(application)
    context = frame_of(application.group) | {"application": application, "token": token, "is_kept": is_kept}
    return render(request, "enrolment/applying/stop.html", context)


@require_safe
def stopped(request: HttpRequest) -> HttpResponse:
    """After stopping: nothing is left to show."""
    return render(request, "enrolment/applying/stopped.html")
