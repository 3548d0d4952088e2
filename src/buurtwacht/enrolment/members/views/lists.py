# SPDX-License-Identifier: EUPL-1.2
"""Taking over a list from before: bring it, look at it, ask everybody, or take it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.enrolment.members import access, files, queries, services
from buurtwacht.enrolment.members.doors import lists_door
from buurtwacht.enrolment.members.forms import UploadForm
from buurtwacht.enrolment.members.sentences import FILES, kind_in_words, line_in_words
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest

BUSY = ("reading", "inviting")
AT_ONCE = 50


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@lists_door
def bring(request: PersonRequest, slug: str) -> HttpResponse:
    """Choose a file; and the lists that were brought before."""
    group = access.lists_for(request.user, slug)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        try:
            found = services.start_import(group, form.read(), by=request.user)
        except DomainError as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("desk_import_list", slug, found.pk)
    context = {"group": group, "form": form, "lists": queries.imports.imports_of(group)}
    return render(request, "enrolment/members/bring.html", context, status=400 if form.errors else 200)


@never_cache
@require_safe
@lists_door
def look(request: PersonRequest, slug: str, import_id: UUID) -> HttpResponse:
    """How far it is; then what is good and what is not. While it is busy, the page asks again by itself."""
    found = access.list_for(request.user, slug, import_id)
    is_busy, overview = found.status in BUSY, queries.imports.overview_of(found)
    context: dict[str, Any] = {"group": found.group, "list": found, "is_busy": is_busy, "overview": overview}
    if request.htmx:
        if not is_busy:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "enrolment/members/_progress.html", context)
    if found.status == "unreadable":
        context["problem"] = FILES.get(found.problem, found.problem)
    is_card = found.kind == "vcard"
    page = _number(request.GET.get("bladzijde", ""))
    wrong = queries.imports.wrong_lines(found)[(page - 1) * AT_ONCE : page * AT_ONCE]
    noted = queries.imports.noted_lines(found)[:AT_ONCE]
    context |= {
        "first": queries.imports.first_lines(found),
        "wrong": [line_in_words(line.number, line.problems, is_card=is_card) for line in wrong],
        "noted": [line_in_words(line.number, line.problems, is_card=is_card) for line in noted],
        "kinds": [(kind_in_words(code), count) for code, count in overview.kinds],
        "earlier": page - 1 if page > 1 else None,
        "later": page + 1 if overview.wrong > page * AT_ONCE else None,
    }
    if found.status == "ready" and context["first"]:
        services.note_list_view(request.user, found, len(context["first"]))
    return render(request, "enrolment/members/list.html", context)


@never_cache
@require_safe
@lists_door
def wrong(request: PersonRequest, slug: str, import_id: UUID) -> HttpResponse:
    """The lines that need repair, as a file to correct and bring again."""
    found = access.list_for(request.user, slug, import_id)
    lines = list(queries.imports.wrong_lines(found))
    services.note_list_view(request.user, found, len(lines))
    text = files.wrong_lines_csv(lines)
    response = HttpResponse(text, "text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="nog-goed-maken-{found.group.slug}.csv"'
    return response


@require_POST
@lists_door
def ask(request: PersonRequest, slug: str, import_id: UUID) -> HttpResponse:
    """A mail to each."""
    services.ask_everybody(access.list_for(request.user, slug, import_id), by=request.user)
    return redirect("desk_import_list", slug, import_id)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@lists_door
def back(request: PersonRequest, slug: str, import_id: UUID) -> HttpResponse:
    """Take the whole list back, after saying what that does."""
    found = access.list_for(request.user, slug, import_id)
    if request.method != "POST":
        context = {"group": found.group, "list": found, "overview": queries.imports.overview_of(found)}
        return render(request, "enrolment/members/take_back.html", context)
    done = services.take_back(found, by=request.user)
    words = [_("The list is taken back. What stood in it is erased, and no more mails go out.")]
    if done.stayed:
        stay = ngettext(
            "%(n)s neighbour had said yes, and stays.", "%(n)s neighbours had said yes, and stay.", done.stayed
        )
        words.append(stay % {"n": done.stayed})
    messages.success(request, " ".join(words))
    return redirect("desk_import", slug)


def _stayed(count: int) -> str:
    return ngettext("%(n)s neighbour had said yes, and stays.", "%(n)s neighbours had said yes, and stay.", count) % {
        "n": count
    }


def _number(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 5 else 1
