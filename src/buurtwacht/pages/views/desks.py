# SPDX-License-Identifier: EUPL-1.2
"""The desks of those who work for an organisation: the municipality's figures, and the auditor's journal."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.groups.access import organisation_for_auditor, organisation_for_official
from buurtwacht.groups.queries import roles_of
from buurtwacht.lib.errors import NotFound
from buurtwacht.pages.municipality import overview_of
from buurtwacht.pages.oversight import read_journal
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_safe
@never_cache
@second_factor_required
def municipality(request: PersonRequest) -> HttpResponse:
    """The groups of the official's organisations: figures, no content."""
    organisations = roles_of(request.user).official
    if not organisations:
        raise NotFound(_("There is no such page."))
    checked = [organisation_for_official(request.user, one.slug) for one in organisations]
    return render(request, "pages/municipality.html", {"overviews": [overview_of(one) for one in checked]})


@require_safe
@never_cache
@second_factor_required
def oversight(request: PersonRequest, slug: str = "") -> HttpResponse:
    """The journal of an organisation, for its auditor."""
    organisations = roles_of(request.user).auditor
    if not organisations:
        raise NotFound(_("There is no such page."))
    organisation = organisation_for_auditor(request.user, slug or organisations[0].slug)
    leaf = read_journal(organisation, _before(request), by=request.user)
    context = {"organisation": organisation, "organisations": organisations, "leaf": leaf}
    return render(request, "pages/oversight.html", context)


def _before(request: PersonRequest) -> UUID | None:
    try:
        return UUID(request.GET["voor"])
    except (KeyError, ValueError):
        return None
