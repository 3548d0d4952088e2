# SPDX-License-Identifier: EUPL-1.2
import socket

from django.conf import settings
from django.core.management.base import CommandError


def require_both_free() -> None:
    """The port of the pages and that of the live stream."""
    require_free(settings.BIND, settings.SITE_PORT, "BUURTWACHT_SITE_PORT")
    require_free(settings.BIND, settings.LIVE_PORT, "BUURTWACHT_LIVE_PORT")


def require_free(host: str, port: int, setting: str) -> None:
    """Say it clearly, before anything starts, when another program has the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} on {host} is taken by another program. Stop that one, or choose another port with "
                f"{setting}=… (and set BUURTWACHT_URL or BUURTWACHT_LIVE_URL to match)."
            ) from error
