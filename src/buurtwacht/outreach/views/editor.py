# SPDX-License-Identifier: EUPL-1.2
"""The official writes the site: a draft, a look at it, publishing, and back to an older version."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.groups.access import organisation_for_official
from buurtwacht.lib.errors import NotFound
from buurtwacht.outreach import access, editing, services
from buurtwacht.outreach.forms import LinksForm, PageForm, QuestionsForm, rows_in, want_attention
from buurtwacht.outreach.site import shown
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_safe
@never_cache
@second_factor_required
def overview(request: PersonRequest, organisation: str) -> HttpResponse:
    """Every page in every language: ours still, published by them, or with a draft that waits."""
    found = organisation_for_official(request.user, organisation)
    context = {"organisation": found, "pages": editing.pages_of(found), "languages": settings.LANGUAGES}
    return render(request, "outreach/editor/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def edit(request: PersonRequest, organisation: str, section: str, language: str) -> HttpResponse:
    """Write a page. Saving makes a draft and shows it; visitors see it after publishing."""
    found = organisation_for_official(request.user, organisation)
    if not editing.is_page(section, language):
        raise NotFound(_("There is no such page."))
    sheet = editing.sheet_of(found, section, language)
    form = PageForm(request.POST or None, initial={"body": sheet.body})
    rows = QuestionsForm(request.POST or None, initial=sheet.rows) if sheet.has_questions else None
    if form.accepts() and (rows is None or (rows.is_valid() and not want_attention(rows))):
        questions = rows_in(rows) if rows else []
        body = form.cleaned_data["body"]
        draft = services.save_draft(found, section, language, body=body, questions=questions, by=request.user)
        return redirect("site_version", found.slug, draft.pk)
    context = {"organisation": found, "sheet": sheet, "form": form, "rows": rows}
    return render(request, "outreach/editor/edit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def version(request: PersonRequest, organisation: str, version_id: UUID) -> HttpResponse:
    """One version as visitors would read it, and what can be done with it."""
    found = organisation_for_official(request.user, organisation)
    one = access.version_to_manage(request.user, organisation, version_id)
    if request.method == "POST":
        return _done(request, found.slug, one)
    page = shown(one.page.section, one.page.language, one.body, one.questions)
    context = {"organisation": found, "version": one, "page": page, "is_now": editing.is_now(one)}
    return render(request, "outreach/editor/version.html", context)


def _done(request: PersonRequest, slug: str, one: editing.SiteVersion) -> HttpResponse:
    if "weg" in request.POST:
        services.discard_draft(one, by=request.user)
        messages.success(request, _("The draft is gone. Visitors read what they read before."))
    elif one.published_at:
        services.restore_version(one, by=request.user)
        messages.success(request, _("This version is on the site again."))
    else:
        services.publish_version(one, by=request.user)
        messages.success(request, _("The page is on the site."))
    return redirect("site_editor", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def links(request: PersonRequest, organisation: str) -> HttpResponse:
    """Pages elsewhere that visitors are pointed to."""
    found = organisation_for_official(request.user, organisation)
    known = editing.link_rows(found)
    rows = LinksForm(request.POST or None, initial=known)
    if request.method == "POST" and rows.is_valid() and not want_attention(rows):
        services.keep_links(found, rows_in(rows), by=request.user)
        messages.success(request, _("The links are on the site."))
        return redirect("site_editor", found.slug)
    context = {"organisation": found, "rows": rows, "broken": editing.broken_links(found)}
    return render(request, "outreach/editor/links.html", context)
