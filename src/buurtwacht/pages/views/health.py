# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.pages.health import health as ask


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 when not: as a page for a browser, as JSON for everything else."""
    found = ask()
    status = 200 if found.is_well else 503
    if found.database and "text/html" in request.headers.get("Accept", ""):
        return render(request, "pages/health.html", {"health": found}, status=status)
    return JsonResponse(found.as_json(), status=status)
