# SPDX-License-Identifier: EUPL-1.2
"""One's own phone number: another one, the code that proves it, or none any more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying.forms import CodeForm
from buurtwacht.enrolment.staying import queries, services
from buurtwacht.enrolment.staying.forms import PhoneForm
from buurtwacht.enrolment.texting import note_about
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def number(request: PersonRequest) -> HttpResponse:
    """The number that is kept, and a field for another; while a code is on its way, a field for that."""
    act = ACTS.get(request.POST.get("action", "change"), _change)
    return act(request) if request.method == "POST" else _page(request)


def _change(request: PersonRequest) -> HttpResponse:
    country = queries.country_of(request.user)
    form = PhoneForm(request.POST, country=country)
    if not country or not form.is_valid():
        return _page(request, form)
    try:
        must_prove = services.change_phone(request.user, form.cleaned_data["phone"])
    except DomainError as refusal:
        form.add_error("phone", str(refusal))
        return _page(request, form)
    if not must_prove:
        messages.success(request, note_about(form.cleaned_data["phone"]) or _("Your phone number is saved."))
    return redirect("own_phone_number")


def _prove(request: PersonRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if form.is_valid():
        try:
            if not limits.TRIES.allows(limits.network_of(request)):
                raise DomainError(_("That was too often. Wait an hour and try again."))
            services.try_phone_code(request.user, form.cleaned_data["code"])
        except DomainError as refusal:
            form.add_error("code", str(refusal))
        else:
            messages.success(request, _("Your phone number is saved."))
            return redirect("own_phone_number")
    return _page(request, code=form)


def _again(request: PersonRequest) -> HttpResponse:
    try:
        services.send_phone_code_again(request.user)
        messages.success(request, _("The text message is on its way. It can take a minute."))
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect("own_phone_number")


def _cancel(request: PersonRequest) -> HttpResponse:
    services.cancel_phone_change(request.user)
    return redirect("own_phone_number")


def _remove(request: PersonRequest) -> HttpResponse:
    services.remove_phone(request.user)
    messages.success(request, _("Your phone number is removed."))
    return redirect("own_phone_number")


def _page(request: PersonRequest, form: PhoneForm | None = None, code: CodeForm | None = None) -> HttpResponse:
    country = queries.country_of(request.user)
    context = {
        "takes_part": bool(country),
        "numbers": queries.readable_numbers_of(request.user),
        "new_number": queries.new_number_of(request.user),
        "form": form or PhoneForm(country=country),
        "code": code or CodeForm(),
    }
    has_errors = bool((form and form.errors) or (code and code.errors))
    return render(request, "enrolment/staying/phone.html", context, status=400 if has_errors else 200)


ACTS = {"change": _change, "code": _prove, "again": _again, "cancel": _cancel, "remove": _remove}
