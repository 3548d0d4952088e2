# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.people import doors, labels, queries, services
from buurtwacht.people.doors import PersonRequest
from buurtwacht.people.forms import LanguageForm, NamesForm


@require_http_methods(["GET", "HEAD", "POST"])
@doors.member_required
def own_data(request: PersonRequest) -> HttpResponse:
    """Everything that is kept about somebody, with the parts they can correct themselves."""
    person = request.user
    names = NamesForm(
        request.POST or None, initial={"first_name": person.first_name, "family_name": person.family_name}
    )
    if names.is_valid():
        services.change_names(person, **names.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("own_data")
    context = {
        "names": names,
        "languages": LanguageForm(initial={"language": person.language}),
        "kept": labels.shown(queries.kept_about(person)),
    }
    return render(request, "people/own_data.html", context, status=400 if names.errors else 200)


@require_POST
@doors.member_required
def language(request: PersonRequest) -> HttpResponse:
    """Choose the language of pages and messages."""
    services.change_language(request.user, request.POST.get("language", ""))
    return redirect("own_data")


@require_safe
@doors.member_required
@doors.fresh_proof_required
def export(request: PersonRequest) -> HttpResponse:
    """The same, as a file to take along."""
    response = JsonResponse(queries.own_data(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="buurtwacht-{timezone.localdate()}.json"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@doors.member_required
@doors.fresh_proof_required
def erase(request: PersonRequest) -> HttpResponse:
    """Stop, and have everything erased."""
    if request.method != "POST":
        return render(request, "people/erase.html")
    services.erase_person(request.user)
    logout(request)
    response = redirect("erased")
    response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    return response


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Goodbye."""
    return render(request, "people/erased.html")
