# SPDX-License-Identifier: EUPL-1.2
"""Asking something of the signal-cli daemon, by JSON-RPC 2.0 (its manual, signal-cli-jsonrpc(5))."""

import json
from typing import Any

from django.conf import settings

from buurtwacht.channels.answers import failure_in
from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.http import HttpChannel

RPC = "/api/v1/rpc"
Answer = dict[str, Any]


class Daemon(HttpChannel):
    """The daemon of our own account. It may hold several: then the settings say which."""

    async def rpc(self, method: str, **params: Any) -> Answer:
        """The whole answer, with its `result` or its `error`. Raises `DeliveryFailed` when there is none."""
        account = {"account": settings.SIGNAL_ACCOUNT} if settings.SIGNAL_ACCOUNT else {}
        wanted = {"jsonrpc": "2.0", "id": "1", "method": method, "params": account | params}
        answer, body = await self.ask("POST", settings.SIGNAL_URL.rstrip("/") + RPC, json=wanted)
        failure = failure_in(answer)
        if failure:  # about an address in our settings, and nothing of persons or groups
            permanent = failure.permanent and not failure.gone
            raise DeliveryFailed(failure.reason, permanent=permanent, retry_after=failure.retry_after)
        return object_in(body)


def object_in(body: bytes) -> Answer:
    """The object in an answer; an empty one for anything else."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def inner(of: object, *keys: str) -> Any:
    """What lies there, some levels deep; None when the way is blocked."""
    for key in keys:
        of = of.get(key) if isinstance(of, dict) else None
    return of
