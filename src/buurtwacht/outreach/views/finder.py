# SPDX-License-Identifier: EUPL-1.2
"""Find your group (screen 09): by address first; the map is for those who like maps."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.enrolment.applying.drafts import Draft, keep
from buurtwacht.outreach import access, limits, queries
from buurtwacht.outreach.finding import Finding, completed, find_group
from buurtwacht.outreach.forms import AddressForm
from buurtwacht.outreach.frame import frame_of
from buurtwacht.outreach.mapping.drawing import draw
from buurtwacht.outreach.site import page_of, tabs_of

if TYPE_CHECKING:
    from buurtwacht.groups.models import Organisation


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """The finder of this installation. With one organisation it is that of the organisation."""
    return _finder(request, queries.only_organisation())


@require_http_methods(["GET", "HEAD", "POST"])
def find_in(request: HttpRequest, organisation: str) -> HttpResponse:
    """The finder of one organisation, and the directory of its groups."""
    found = access.organisation_called(organisation)
    intro = page_of(found, "groups", request.LANGUAGE_CODE)
    return _finder(request, found, section="groups", tabs=tabs_of(found), page=intro)


@require_POST
def go_on(request: HttpRequest, slug: str) -> HttpResponse:
    """To the form of a group, with the address that was found: carried on the server, never in the address bar."""
    form = AddressForm(request.POST)
    if form.is_valid():
        keep(request, Draft(values=completed(form.address)))
    return redirect("apply", slug)


def _finder(request: HttpRequest, organisation: "Organisation | None", **around: Any) -> HttpResponse:
    form = AddressForm(request.POST or None, country=queries.country_of(organisation))
    finding = None
    if request.method == "POST" and form.is_valid():
        limits.check_pace(request, limits.FINDING)
        finding = find_group(form.address, organisation=organisation)
    here = finding.organisation if finding and finding.organisation else organisation
    asked = {"form": form, "finding": finding, "asked_of": organisation}
    context = asked | around | frame_of(here) | _around(here, finding)
    response = render(request, "outreach/find_group.html", context)
    response["Cache-Control"] = "private, no-store" if finding else "private, no-cache"
    return response


def _around(organisation: "Organisation | None", finding: Finding | None) -> dict[str, Any]:
    """The map and the lists; without an organisation to show, all of them to choose from."""
    if organisation is None:
        return {"organisations": queries.organisations()}
    directory = queries.directory_of(organisation)
    here = finding.area.pk if finding and finding.area else None
    tiles = {"tiles": settings.TILES, "tiles_thanks": settings.TILES_THANKS}
    return {"directory": directory, "map": draw(directory.pieces, here), "here": here or "", **tiles}
