# SPDX-License-Identifier: EUPL-1.2
"""Where providers hand us what came in."""

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from buurtwacht.channels.inbound import Raw, Refused
from buurtwacht.channels.registry import channels
from buurtwacht.lib.logs import facts_of

from .storing import keep

log = structlog.get_logger()


@csrf_exempt  # providers prove who they are with a signature or a secret of their own
@never_cache
def take_in(request: HttpRequest, kind: str, rest: str = "") -> HttpResponse:
    """A provider hands us something. 200 only when it is on disk; else they keep it and come again."""
    channel = channels().get(kind)
    if channel is None or channel.receiver is None:
        raise Http404
    length = int(request.headers.get("Content-Length") or 0)
    if length > min(channel.receiver.most_bytes, settings.MOST_INCOMING_BYTES):
        return HttpResponse(status=413)
    raw = _raw(request, rest)
    try:
        reply = channel.receiver().greet(raw)
    except Refused as refusal:
        log.warning("inbox.refused", channel=kind, why=refusal.reason)
        return HttpResponse(status=403)
    if reply.keep:
        try:
            keep(kind, channel.receiver().without_secret(raw))
        except (DatabaseError, OSError) as error:
            log.error("inbox.not_kept", channel=kind, **facts_of(error))
            return HttpResponse(status=503)
    return HttpResponse(reply.body, status=reply.status, content_type=reply.content_type)


def _raw(request: HttpRequest, rest: str) -> Raw:
    headers = {name.lower(): value for name, value in request.headers.items()}
    query = request.META.get("QUERY_STRING", "")
    return Raw(body=request.read(), headers=headers, method=request.method or "", rest=rest, query=query)
