# SPDX-License-Identifier: EUPL-1.2
"""Puts long texts of neighbours together again. A part is answered when the whole is on disk, so nothing is lost.

Who sends one part at a time and waits for an answer gets it after `PATIENCE`; then the parts are heard one by one.
"""

import asyncio
from collections.abc import Awaitable, Callable

from .coding import Part
from .reading import Said

PATIENCE = 5.0  # seconds to wait for the other parts
REMEMBERED = 60.0  # seconds; after that the number of a text may be that of another
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
        self._alone: dict[Key, float] = {}  # texts of which a part was heard by itself, until when

    async def take(self, unit: bytes, said: Said) -> None:
        """Return when it is on disk: the whole text, or this part of it. Raises what `store` raises."""
        key = _key(said, said.part) if said.part else None
        if key is None or said.part is None or self._is_alone(key):
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
            self._alone[key] = _now() + REMEMBERED
            return await self._store(unit)

    async def _store_whole(self, gathering: _Gathering) -> None:
        try:
            await self._store(b"".join(unit for _, unit in sorted(gathering.units.items())))
        except Exception as error:
            gathering.kept.set_exception(error)
            gathering.kept.exception()  # nobody may be waiting any more
            raise
        gathering.kept.set_result(None)

    def _is_alone(self, key: Key) -> bool:
        self._alone = {one: until for one, until in self._alone.items() if until > _now()}
        return key in self._alone


def _now() -> float:
    return asyncio.get_running_loop().time()


def _key(said: Said, part: Part) -> Key:
    return said.sender, part.text, part.of
