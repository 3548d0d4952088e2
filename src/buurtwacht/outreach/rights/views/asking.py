# SPDX-License-Identifier: EUPL-1.2
"""The public pages: what your rights are, the form, and the code from the mail. Without an account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.applying.forms import CodeForm
from buurtwacht.enrolment.limits import TRIES
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach import limits
from buurtwacht.outreach.access import organisation_called
from buurtwacht.outreach.frame import frame_of
from buurtwacht.outreach.queries import country_of, organisations
from buurtwacht.outreach.rights import access, services
from buurtwacht.outreach.rights.answerers import who_answers
from buurtwacht.outreach.rights.forms import RightsForm
from buurtwacht.outreach.rights.rules import authority_of


@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """In plain words, and to whom to go."""
    found = organisations()
    authorities = dict(authority_of(country_of(one)) for one in found) or dict([authority_of("nl")])
    return render(request, "outreach/rights/rights.html", {"organisations": found, "authorities": authorities.items()})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask(request: HttpRequest, organisation: str) -> HttpResponse:
    """The form. A program that fills in the hidden field gets thanks, and nothing happens."""
    found = organisation_called(organisation)
    answers = who_answers(found).exists()
    form = RightsForm(request.POST if request.method == "POST" else None)
    if answers and form.is_bound and form.is_valid():
        limits.check_pace(request, limits.RIGHTS)
        if form.is_from_a_program:
            return redirect("rights")
        told = {name: form.cleaned_data[name] for name in ("kind", "name", "email", "words", "street", "on", "hour")}
        asked = services.ask_for_rights(found, **told, language=request.LANGUAGE_CODE)
        return redirect("rights_code", access.token_of(asked))
    context = {"form": form, "answers": answers, **frame_of(found)}
    return render(request, "outreach/rights/ask.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def code(request: HttpRequest, token: str) -> HttpResponse:
    """The code from the mail; after that, until when there is an answer. It says nothing of what was found."""
    asked = access.request_by(token)
    if "again" in request.POST and not asked.received_at:
        services.send_code_again(asked)
        messages.success(request, _("If no mail came within a minute, look at the address above, or wait a little."))
        return redirect("rights_code", token)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            limits.check_pace(request, TRIES)
            services.try_code(asked, form.cleaned_data["code"])
            return redirect("rights_code", token)
        except DomainError as refusal:
            form.add_error("code", str(refusal.message))
    context = {"asked": asked, "form": form, **frame_of(asked.organisation)}
    return render(request, "outreach/rights/code.html", context, status=400 if form.errors else 200)
