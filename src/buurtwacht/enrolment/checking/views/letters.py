# SPDX-License-Identifier: EUPL-1.2
"""The letters on paper, at the municipality or else at the coordinator's desk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment.checking import access, queries, services
from buurtwacht.enrolment.signing.doors import confidentiality_required
from buurtwacht.groups.access import group_to_coordinate, organisation_for_official
from buurtwacht.groups.queries import groups_under
from buurtwacht.people.doors import PersonRequest, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.groups.models import WatchGroup


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def of_organisation(request: PersonRequest, slug: str) -> HttpResponse:
    """All letters of a municipality in one PDF."""
    organisation = organisation_for_official(request.user, slug)
    groups = list(groups_under(organisation).select_related("organisation"))
    return _letters(request, groups, {"organisation": organisation, "place": organisation.name})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@confidentiality_required
def of_group(request: PersonRequest, slug: str) -> HttpResponse:
    """Those of one group, where the municipality has nobody who prints them. They show whole names and addresses."""
    group = group_to_coordinate(request.user, slug)
    if queries.printed_by_officials(group.organisation):
        access.no_such_application()
    return _letters(request, [group], {"group": group})


def _letters(request: PersonRequest, groups: "Sequence[WatchGroup]", context: dict[str, object]) -> HttpResponse:
    if request.method == "POST":
        pdf = services.print_letters(groups, by=request.user, again="again" in request.POST)
        if not pdf:
            messages.info(request, _("There are no letters to print now."))
            return redirect(request.path)
        name = f"brieven-{timezone.localdate():%Y-%m-%d}.pdf"
        return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'})
    waiting, again, _oldest = queries.letters_waiting(groups)
    return render(request, "enrolment/checking/letters.html", context | {"waiting": waiting, "again": again})
