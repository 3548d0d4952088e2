# SPDX-License-Identifier: EUPL-1.2
"""The groups of an organisation as GeoJSON, for the map that moves. Nothing in it that the page does not say too."""

import json

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from buurtwacht.outreach import access, queries
from buurtwacht.outreach.mapping.features import features_of, version_of

MINUTES = 5 * 60  # seconds that a browser may keep it without asking


@require_safe
def areas(request: HttpRequest, organisation: str) -> HttpResponse:
    """The borders, simplified. A browser that has them already hears so, in few bytes."""
    found = access.organisation_called(organisation)
    pieces = queries.directory_of(found).pieces
    etag = f'"{version_of(pieces, request.LANGUAGE_CODE)}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        urls = {one.group.pk: reverse("public_group", args=[found.slug, one.group.slug]) for one in pieces if one.group}
        text = json.dumps(features_of(pieces, urls), ensure_ascii=False, separators=(",", ":"))
        response = HttpResponse(text, content_type="application/geo+json")
    response["ETag"] = etag
    response["Cache-Control"] = f"private, max-age={MINUTES}"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
