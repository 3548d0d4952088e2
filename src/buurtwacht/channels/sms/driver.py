# SPDX-License-Identifier: EUPL-1.2
"""What a provider of text messages is. To add one that speaks in its own way, write these three methods."""

from collections.abc import Mapping
from dataclasses import dataclass

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.base import Receipt


@dataclass(frozen=True, slots=True)
class Request:
    """What we ask of the provider's web server."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


class Driver:
    """Knows how one provider wants to be asked, and what its answers mean. Keeps nothing and sends nothing itself."""

    def request(self, text: str, number: str) -> Request:
        """What to ask to have this text sent to this number (E.164)."""
        raise NotImplementedError

    def read(self, answer: Answer, body: bytes) -> Receipt:
        """The receipt in a yes. Raises `DeliveryFailed` for everything else.

        "Gone" needs proof that this very number does not exist: our own mistake must not switch off a phone.
        """
        raise NotImplementedError

    def problems(self) -> list[str]:
        """What is wrong with the settings, in sentences for the operator."""
        return []
