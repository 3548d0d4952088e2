# SPDX-License-Identifier: EUPL-1.2
"""The register of a group: the list, and the file for who must have it on paper. Every look leaves a line."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.members import access, files, queries, services
from buurtwacht.enrolment.signing.doors import confidentiality_required
from buurtwacht.people.doors import PersonRequest, fresh_proof_required

LONGEST_SEARCH = 80


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@confidentiality_required
def register(request: PersonRequest, slug: str) -> HttpResponse:
    """First names and streets. Searching is a POST, so that no name ends up in an address that is kept somewhere."""
    group = access.register_for(request.user, slug)
    words = request.POST.get("words", "").strip()[:LONGEST_SEARCH]
    if words:
        leaf = queries.register.found_in(group, words)
    else:
        leaf = queries.register.leaf_of(group, _number(request.GET.get("bladzijde", "")))
    services.note_view(request.user, group, len(leaf.rows))
    return render(request, "enrolment/members/register.html", {"group": group, "leaf": leaf, "words": words})


@never_cache
@require_safe
@confidentiality_required
@fresh_proof_required
def export(request: PersonRequest, slug: str) -> HttpResponse:
    """The register as a file, after showing a second factor once more."""
    group = access.register_for(request.user, slug)
    members = queries.register.everybody(group)
    services.note_export(request.user, group, len(members))
    response = HttpResponse(files.register_csv(members, group), "text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="leden-{group.slug}-{timezone.localdate()}.csv"'
    return response


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1
