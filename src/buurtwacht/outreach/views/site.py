# SPDX-License-Identifier: EUPL-1.2
"""The site of an organisation (R181)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from buurtwacht.lib.errors import NotFound
from buurtwacht.outreach import access, films, queries, site
from buurtwacht.outreach.forms import AddressForm
from buurtwacht.outreach.frame import frame_of
from buurtwacht.outreach.site import SECTION_AT


@require_safe
def sites(request: HttpRequest) -> HttpResponse:
    """Whose site? With one organisation there is no question."""
    only = queries.only_organisation()
    if only:
        return redirect("organisation_site", only.slug)
    return render(request, "outreach/sites.html", {"organisations": queries.organisations()})


@require_safe
def what_it_is(request: HttpRequest, organisation: str) -> HttpResponse:
    """The first page: what neighbourhood watch is."""
    return _section(request, organisation, "what")


@require_safe
def section(request: HttpRequest, organisation: str, path: str) -> HttpResponse:
    """One of the other parts."""
    if path not in SECTION_AT:
        raise NotFound(_("There is no such page."))
    return _section(request, organisation, SECTION_AT[path])


def _section(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    found = access.organisation_called(slug)
    context = {
        "section": name,
        "page": site.page_of(found, name, request.LANGUAGE_CODE),
        "tabs": site.tabs_of(found),
        "links": queries.links_of(found) if name == "how" else (),
        "film": films.film_of(found, request.LANGUAGE_CODE) if name == "how" else None,
        "rules": site.rules_here(found) if name == "rules" else (),
        "groups_with_rules": queries.groups_with_rules(found) if name == "rules" else (),
        "form": AddressForm() if name == "join" else None,
        **frame_of(found),
    }
    return render(request, "outreach/section.html", context)
