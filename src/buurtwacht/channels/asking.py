# SPDX-License-Identifier: EUPL-1.2
"""One question to a provider's web server, made by who knows the provider and asked by who has the connection."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from yarl import URL

from .answers import Answer


@dataclass(frozen=True, slots=True)
class Request:
    """What we ask of the provider's web server."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def address(self) -> URL:
        """As it stands: a plus in a number must not become a space."""
        return URL(self.url, encoded=True)


Ask = Callable[[Request], Awaitable[tuple[Answer, bytes]]]
