# SPDX-License-Identifier: EUPL-1.2
"""Showing that one lives there: the applicant's own page, and the page behind the code in a letter."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.checking import access, forms, queries, services
from buurtwacht.lib.errors import DomainError


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def residence(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a way, or finish the one that was chosen."""
    application, letter = access.applicant_or_letter(token)
    speak_as(application.group, request)
    frame = frame_of(application.group)
    if not queries.waits_for_residence(application):
        if letter is None:
            return redirect("application_status", token)
        return render(request, "enrolment/checking/letter_done.html", frame)
    found = queries.residence_of(application)
    posted = request.POST if request.method == "POST" else None
    code = forms.CodeForm(posted if posted and "code" in posted else None)
    way = forms.WayForm(posted if posted and "choose" in posted else None, ways=found.ways)
    if way.is_valid() and letter is None:
        services.choose_way(application, way.cleaned_data["way"])
        return redirect("application_residence", token)
    proof = letter or found.proof
    if code.is_valid() and proof is not None:
        try:
            services.enter_code(proof, code.cleaned_data["code"])
        except DomainError as refusal:
            code.add_error("code", str(refusal))
        else:
            messages.success(request, _("Your address is checked."))
            return redirect("application_residence", token)
        found = queries.residence_of(application)
    context = frame | {"token": token, "residence": found, "code_form": code, "way_form": way}
    if letter is not None:
        return render(request, "enrolment/checking/letter.html", context)
    context |= {
        "hand_over": access.neighbour_url(found.proof),
        "entry": access.entry_for_neighbours(),
        "change": "anders" in request.GET or way.is_bound,
    }
    return render(request, "enrolment/checking/residence.html", context | {"application": application})


@require_POST
def not_here(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever got the letter says that this person does not live there."""
    application, letter = access.applicant_or_letter(token)
    if letter is None:
        access.no_such_application()
    speak_as(application.group, request)
    services.deny_residence(letter)
    return render(request, "enrolment/checking/letter_denied.html", frame_of(application.group))
