# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from . import access
from .tokens import Refused


@csrf_exempt  # nothing changes by it, and only our own pages can read the answer
@require_POST
@never_cache
def fresh_token(request: HttpRequest) -> JsonResponse:
    """Another stream token for a page that stays open. 401: sign in again. 410: load the page again."""
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("Please sign in again.")}, status=401)
    try:
        token = access.stream_token_for(request.user.pk, request.POST.get("topics", ""))
    except Refused:
        return JsonResponse({"message": _("Please load this page again.")}, status=410)
    return JsonResponse({"token": token})
