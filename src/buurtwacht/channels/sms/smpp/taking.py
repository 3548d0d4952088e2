# SPDX-License-Identifier: EUPL-1.2
"""From a `deliver_sm` to the disk, and from there to the answer."""

import structlog

from buurtwacht.channels.base import TakeIn
from buurtwacht.channels.inbound import Raw
from buurtwacht.lib.logs import facts_of

from .names import Names
from .parts import Parts
from .pdu import Status
from .reading import Became, Said, read
from .receiver import NAME

log = structlog.get_logger(__name__)


class Taking:
    """Takes in what comes over one connection."""

    def __init__(self, take_in: TakeIn, names: Names) -> None:
        self._take_in = take_in
        self._names = names
        self._parts = Parts(self._store)

    async def deliver(self, unit: bytes) -> int:
        """The status to answer with: yes only when it is on disk."""
        try:
            found = read(unit)
            if isinstance(found, Said):
                await self._parts.take(unit, found)
            elif isinstance(found, Became):
                await self._take_in(Raw(body=unit, headers={NAME: self._names.find(found.name)}))
        except Exception as error:  # noqa: BLE001 - the edge: whatever is wrong here, they must keep it
            log.error("sms.not_kept", **facts_of(error))
            return Status.NOT_NOW
        return Status.OK

    async def _store(self, body: bytes) -> None:
        await self._take_in(Raw(body=body))
