# SPDX-License-Identifier: EUPL-1.2
"""Puts long texts of neighbours together again. A part is answered when the whole is on disk, so nothing is lost.

Who sends one part at a time and waits for an answer gets it after `PATIENCE`; then the parts are heard one by one.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from .coding import Part
from .reading import Said

PATIENCE = 5.0  # seconds to wait for the other parts
MOST_TEXTS = 1000  # texts that are remembered
Key = tuple[str, int, int]
Store = Callable[[bytes], Awaitable[None]]


class _Gathering:
    """The parts of one text that came so far, and what became of the whole."""

    def __init__(self) -> None:
        self.units: dict[int, bytes] = {}
        self.kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class Parts:
    def __init__(self, store: Store, patience: float = PATIENCE) -> None:
        self._store = store
        self._patience = patience
        self._gathering: dict[Key, _Gathering] = {}
        self._alone: OrderedDict[Key, None] = OrderedDict()  # texts of which a part was heard by itself

    async def take(self, unit: bytes, said: Said) -> None:
        """Return when it is on disk: the whole text, or this part of it. Raises what `store` raises."""
        key = _key(said, said.part) if said.part else None
        if key is None or said.part is None or key in self._alone:
            return await self._store(unit)
        gathering = self._gathering.setdefault(key, _Gathering())
        gathering.units[said.part.number] = unit
        if len(gathering.units) == said.part.of:
            del self._gathering[key]
            return await self._store_whole(gathering)
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.shield(gathering.kept)
        except TimeoutError:
            self._gathering.pop(key, None)
            self._remember(key)
            return await self._store(unit)

    async def _store_whole(self, gathering: _Gathering) -> None:
        try:
            await self._store(b"".join(unit for _, unit in sorted(gathering.units.items())))
        except Exception as error:
            gathering.kept.set_exception(error)
            gathering.kept.exception()  # nobody may be waiting any more
            raise
        gathering.kept.set_result(None)

    def _remember(self, key: Key) -> None:
        self._alone[key] = None
        while len(self._alone) > MOST_TEXTS:
            self._alone.popitem(last=False)


def _key(said: Said, part: Part) -> Key:
    return said.sender, part.text, part.of
