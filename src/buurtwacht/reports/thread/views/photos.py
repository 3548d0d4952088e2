# SPDX-License-Identifier: EUPL-1.2
"""Photos: looking at one, making it unrecognisable, and deciding whether the group sees it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.people.doors import PersonRequest, member_required, second_factor_required
from buurtwacht.reports.thread import access, forms, queries, services
from buurtwacht.reports.thread.photo_rules import Copy

AGAIN = "opnieuw"  # in the address: from the preview back to the grid


@require_safe
@member_required
def shown(request: PersonRequest, report_id: UUID, photo_id: UUID) -> HttpResponse:
    """The copy for the group, with the mark of who looks at it."""
    return _picture(request, report_id, photo_id, Copy.SHOWN)


@require_safe
@member_required
def whole(request: PersonRequest, report_id: UUID, photo_id: UUID) -> HttpResponse:
    """The photo before this person blurs it: for who shared it and who decides, as long as nobody decided."""
    return _picture(request, report_id, photo_id, Copy.WHOLE)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def decide(request: PersonRequest, slug: str, report_id: UUID, photo_id: UUID) -> HttpResponse:
    """May the group see this photo? First what must not be seen, then a look at what is left, then yes or no."""
    reader, photo = access.photo_to_decide(request.user, slug, report_id, photo_id)
    sheet = queries.blur_sheet(reader, photo, request.POST if "blur" in request.POST else None)
    refusal = forms.RefusalForm(request.POST if "refuse" in request.POST else None)
    if sheet.form.is_valid():
        services.blur_photo(photo, by=reader.person, areas=sheet.form.chosen())
        return redirect(request.path)
    if "approve" in request.POST:
        services.approve_photo(photo, by=reader.person, preview=request.POST.get("preview", ""))
        return _decided(request, reader, _("The group sees this photo now, as you saw it."))
    if refusal.is_valid():
        services.refuse_photo(photo, by=reader.person, reason=refusal.cleaned_data["reason"])
        return _decided(request, reader, _("The photo stays for the police only. Who shared it reads why."))
    context = _context(request, reader, sheet) | {"refusal": refusal}
    return render(request, "reports/thread/photo_decide.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def own(request: PersonRequest, report_id: UUID, photo_id: UUID) -> HttpResponse:
    """One's own photo: make parts of it unrecognisable, keep it from the group, or take it away."""
    reader, photo = access.own_photo(request.user, report_id, photo_id)
    if "delete" in request.POST:
        services.delete_photo(photo, by=reader.person)
        messages.success(request, _("The photo has been deleted."))
        return redirect("report", report_id)
    if "keep" in request.POST:
        services.keep_from_the_group(photo, by=reader.person)
        messages.success(request, _("The photo stays for the police only."))
        return redirect("report", report_id)
    sheet = queries.blur_sheet(reader, photo, request.POST if "blur" in request.POST else None)
    if sheet.form.is_valid():
        services.blur_photo(photo, by=reader.person, areas=sheet.form.chosen())
        return redirect(request.path)
    return render(request, "reports/thread/photo_own.html", _context(request, reader, sheet))


def _picture(request: PersonRequest, report_id: UUID, photo_id: UUID, copy: Copy) -> HttpResponse:
    photo = access.photo_for(request.user, report_id, photo_id, copy)
    image = services.view_photo(photo, by=request.user, copy=copy)
    headers = {"Cache-Control": "no-store", "Content-Disposition": "inline", "X-Robots-Tag": "noindex"}
    return HttpResponse(image, content_type="image/jpeg", headers=headers)


def _decided(request: PersonRequest, reader: access.Reader, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("desk", reader.report.group.slug) if reader.coordinates else redirect("report", reader.report.pk)


def _context(request: HttpRequest, reader: access.Reader, sheet: queries.BlurSheet) -> dict[str, Any]:
    return {
        "report": reader.report,
        "group": reader.report.group,
        "reader": reader,
        "sheet": sheet,
        "photo": sheet.photo,
        "form": sheet.form,
        "is_preview": bool(sheet.preview) and AGAIN not in request.GET and not sheet.form.errors,
    }
