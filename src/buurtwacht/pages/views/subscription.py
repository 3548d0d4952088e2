# SPDX-License-Identifier: EUPL-1.2
import json

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from buurtwacht.people.services import subscribe_push


@csrf_exempt
@require_POST
def renew_subscription(request: HttpRequest) -> HttpResponse:
    """The push service moved this browser to a new address; its service worker tells us.

    A service worker cannot read a form token. Instead we ask for a content type and an origin that a form on another
    site cannot send; the session cookie is SameSite=Lax besides. The old address ends by itself, when sending to it
    is answered with "gone".
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if not (ours and request.content_type == "application/json" and request.user.is_authenticated):
        return HttpResponseForbidden()
    try:
        subscription = json.dumps(json.loads(request.body)["subscription"])
    except (ValueError, KeyError, TypeError):
        return HttpResponseBadRequest()
    subscribe_push(request.user, subscription, session_key=request.session.session_key)
    return HttpResponse(status=204)
