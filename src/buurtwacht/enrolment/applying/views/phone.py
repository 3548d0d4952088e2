# SPDX-License-Identifier: EUPL-1.2
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying import access, queries, routes, rules, services
from buurtwacht.enrolment.applying.forms import CodeForm
from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.lib.errors import DomainError

if TYPE_CHECKING:
    from buurtwacht.enrolment.models import Application


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def phone(request: HttpRequest, token: str) -> HttpResponse:
    """The code that goes to the phone. It is sent on asking, since each text message costs the group money."""
    application = access.application_for(token)
    speak_as(application.group, request)
    if not queries.proves_phone(application):
        return redirect(routes.page_of(application))
    action = request.POST.get("action", "")
    if action == "send":
        return _sent(request, application, token)
    if action == "skip":
        return redirect(routes.onward(services.go_on_without_phone(application)))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            if not limits.TRIES.allows(limits.network_of(request)):
                raise DomainError(_("That was too often. Wait an hour, or go on without this number."))
            return redirect(routes.onward(services.try_code(application, services.PHONE, form.cleaned_data["code"])))
        except DomainError as refusal:
            form.add_error("code", str(refusal.message))
    shown = {
        "form": form,
        "application": application,
        "token": token,
        "phone": queries.phone_of(application),
        "may_change": rules.may_be_changed(application),
    }
    context = frame_of(application.group) | shown
    return render(request, "enrolment/applying/phone.html", context, status=400 if form.errors else 200)


def _sent(request: HttpRequest, application: "Application", token: str) -> HttpResponse:
    """A code is on its way, or why none can go; beside it stands how to go on without this number."""
    try:
        services.send_code(application, services.PHONE)
        messages.success(request, _("The text message is on its way. It can take a minute."))
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect("application_phone", token)
