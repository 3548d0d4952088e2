# SPDX-License-Identifier: EUPL-1.2
"""What a provider of calls is. To add one that speaks in its own way, write these few methods."""

from dataclasses import dataclass
from typing import ClassVar

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.asking import Request
from buurtwacht.channels.base import Receipt
from buurtwacht.channels.inbound import Receiver

from .script import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is to be said, to a number in E.164. `reference` is our own name for it."""

    script: Script
    number: str
    reference: str = ""


class Driver:
    """Knows how one provider wants to be asked for a call, and what it tells us about it. Keeps nothing."""

    receiver: ClassVar[type[Receiver]]

    def request(self, call: Call) -> Request:
        """What to ask to have this number called."""
        raise NotImplementedError

    def read(self, answer: Answer, body: bytes) -> Receipt:
        """The receipt in a yes. Raises `DeliveryFailed` for everything else."""
        raise NotImplementedError

    def problems(self) -> list[str]:
        """What is wrong with the settings, in sentences for the operator."""
        return []
