# SPDX-License-Identifier: EUPL-1.2
"""Which machines we are willing to send to.

A subscription's address comes from a browser, so from anybody. Without these rules it could make our server knock on
doors inside the network it stands in (server-side request forgery).
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from aiohttp.abc import AbstractResolver, ResolveResult
from django.conf import settings

NAT64 = ip_network("64:ff9b::/96")


class ForbiddenHost(OSError):
    """This name leads to a machine that is not on the public Internet."""


def is_allowed(text: str) -> bool:
    """Whether this IP address is one that we may send to: public, or loopback where the settings say so."""
    address = _innermost(ip_address(text.partition("%")[0]))
    if address.is_loopback:
        return bool(settings.PUSH_LOOPBACK)
    return address.is_global and not address.is_multicast


async def addresses_of(host: str, port: int) -> list[ResolveResult]:
    """The allowed addresses behind a name. Raises `ForbiddenHost` when there are none, `OSError` for an unknown name.

    We connect to the address that was checked, so a name that changes its mind in between gains nothing.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [(family, str(place[0])) for family, _, _, _, place in found if is_allowed(str(place[0]))]
    if not allowed:
        raise ForbiddenHost("not on the public Internet")
    return [
        ResolveResult(
            hostname=host, host=address, port=port, family=family, proto=socket.IPPROTO_TCP, flags=socket.AI_NUMERICHOST
        )
        for family, address in dict.fromkeys(allowed)
    ]


class CheckedResolver(AbstractResolver):
    """The same rule for aiohttp."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return await addresses_of(host, port)

    async def close(self) -> None:
        """There is nothing to close."""


def _innermost(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address
