# SPDX-License-Identifier: EUPL-1.2
"""What makes a site into something one can install: the manifest, the service worker, the page without network."""

from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """The web app manifest (W3C): name, icons and where to start."""
    sizes = [(192, "any"), (512, "any"), (512, "maskable")]
    icons = [
        {
            "src": static(f"pages/icon-{'maskable-' if purpose == 'maskable' else ''}{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size, purpose in sizes
    ]
    content = {
        "id": "/",
        "name": "Buurtwacht",
        "short_name": "Buurtwacht",
        "description": _("See it, call, tell your neighbours."),
        "lang": get_language(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6f5f1",
        "theme_color": "#0b5563",
        "icons": icons,
    }
    return JsonResponse(content, content_type="application/manifest+json")
