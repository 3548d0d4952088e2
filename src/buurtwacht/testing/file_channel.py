# SPDX-License-Identifier: EUPL-1.2
"""A channel whose messages survive the process that sent them: one line in a file for each, after a while."""

import asyncio
import os
import random

from buurtwacht.channels.base import Channel, Message, Receipt


class FileChannel(Channel):
    """Takes up to twice FILE_CHANNEL_SECONDS, then adds the address to the file that FILE_CHANNEL names."""

    kind = "file"
    label = "File"

    def __init__(self) -> None:
        self._seconds = float(os.environ.get("FILE_CHANNEL_SECONDS", "0.1"))
        self._path = os.environ["FILE_CHANNEL"]

    async def send(self, message: Message, address: str) -> Receipt:
        await asyncio.sleep(random.uniform(0, 2 * self._seconds))
        with open(self._path, "a") as file:
            file.write(f"{address}\n")
        return Receipt(address)
