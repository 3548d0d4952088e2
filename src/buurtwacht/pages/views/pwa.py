# SPDX-License-Identifier: EUPL-1.2
"""What makes a site into something one can install: the manifest, the service worker, the page without network."""

import json
from base64 import b64encode
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from buurtwacht.channels.webpush.vapid import public_key
from buurtwacht.pages.hats import hats_of

FILES = [
    "vendor/voorbeeld/tokens.css",
    "vendor/utrecht/utrecht.css",
    "vendor/atkinson-hyperlegible-next/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "pages/site.css",
    "pages/site.js",
    "pages/icon.svg",
    "django_htmx/htmx-2.min.js",
]


@require_safe
@vary_on_cookie
def manifest(request: HttpRequest) -> JsonResponse:
    """The web app manifest (W3C): name, icons and where to start."""
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
        "icons": [_icon(192, "any"), _icon(512, "any"), _icon(512, "maskable")],
    }
    return JsonResponse(content, content_type="application/manifest+json")


@require_safe
@never_cache
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that shows alerts when no page is open. A browser looks for a newer one at each visit."""
    files = [static(name) for name in FILES]
    known: dict[str, Any] = {
        "version": blake2b("".join(files).encode(), digest_size=6).hexdigest(),
        "files": files,
        "offline": reverse("offline"),
        "receipts": f"{settings.LIVE_URL}/live/receipts",
        "signOut": reverse("account_logout"),
        "subscription": reverse("renew_subscription"),
        "pushKey": public_key(),
        "icon": _drawn("icon-192"),
        "badge": _drawn("badge-96"),
        "unreadable": {"title": "Buurtwacht", "body": _("There is news in your neighbourhood. Open it to read on.")},
    }
    context = {"settings": json.dumps(known, ensure_ascii=False)}
    return render(request, "pages/service_worker/main.js", context, content_type="text/javascript")


@require_safe
@vary_on_cookie
def offline(request: HttpRequest) -> HttpResponse:
    """What a phone keeps for when there is no network: whom to call, and the form to write in."""
    hats = hats_of(request)
    context = {
        "numbers": hats.other_numbers,
        "groups": hats.groups,
        "sos": {"number": hats.emergency_number, "called_at": None, "quiet": True},
    }
    return render(request, "pages/offline.html", context)


@cache
def _drawn(name: str) -> str:
    """A picture that lies in the script itself: others are fetched before an alarm is shown, and waited for."""
    path = Path(__file__).resolve().parent.parent / "static" / "pages" / f"{name}.png"
    return f"data:image/png;base64,{b64encode(path.read_bytes()).decode()}"


def _icon(size: int, purpose: str) -> dict[str, str]:
    name = f"icon-maskable-{size}" if purpose == "maskable" else f"icon-{size}"
    return {
        "src": static(f"pages/{name}.png"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
