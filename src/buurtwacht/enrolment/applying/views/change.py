# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment.applying import access, queries, services
from buurtwacht.enrolment.applying.forms import ChangeForm
from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.applying.whereabouts import Verdict, where_is
from buurtwacht.lib.errors import DomainError


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Put right what was filled in."""
    application = access.application_for(token)
    group = application.group
    speak_as(group, request)
    if not queries.may_be_changed(application):
        return redirect("application_status", token)
    form = ChangeForm(application, request.POST or None)
    if form.is_valid() and _saved(form):
        messages.success(request, _("Saved."))
        return redirect("application_status", token)
    context = frame_of(group) | {"form": form, "application": application, "token": token}
    return render(request, "enrolment/applying/change.html", context, status=400 if form.errors else 200)


def _saved(form: ChangeForm) -> bool:
    """Keep the correction; False when the address belongs elsewhere or somebody has checked it meanwhile."""
    place = where_is(form.address(), form.application.group)
    if place.verdict in (Verdict.ELSEWHERE, Verdict.NOWHERE):
        form.add_error("street", _("This address does not belong to this group. Stop here and apply where you live."))
        return False
    try:
        services.change_details(form.application, form.correction(home=place.home))
    except DomainError as refusal:
        form.add_error(None, str(refusal.message))
        return False
    return True
