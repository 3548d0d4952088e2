# SPDX-License-Identifier: EUPL-1.2
import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from psycopg.conninfo import make_conninfo

from buurtwacht.live.hub.__main__ import run
from buurtwacht.live.hub.options import Options


class Command(BaseCommand):
    help = "Keep the open screens, and tell them what happens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=settings.LIVE_PORT)
        parser.add_argument("--measure-port", type=int, default=0, help="for measuring only, see docs/hub.md")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = _options(options["port"], options["measure_port"])
        if os.name != "posix":
            run(chosen)
            return
        # A process of its own: without Django's apps it is half as big, and a city's worth of screens is in it.
        reading, writing = os.pipe()
        os.write(writing, chosen.to_json().encode())
        os.close(writing)
        os.set_inheritable(reading, True)
        os.execv(sys.executable, [sys.executable, "-m", "buurtwacht.live.hub", str(reading)])  # noqa: S606 - ourselves


def _options(port: int, measure_port: int) -> Options:
    return Options(
        dsn=_dsn(),
        stream_key=settings.STREAM_KEY.hex(),
        field_keys=[key.hex() for key in settings.FIELD_KEYS],
        site_url=settings.SITE_URL,
        host=settings.BIND,
        port=port,
        certificate=settings.LIVE_CERTIFICATE,
        certificate_key=settings.LIVE_CERTIFICATE_KEY,
        most_connections=settings.LIVE_MOST_CONNECTIONS,
        measure_port=measure_port,
    )


def _dsn() -> str:
    """Where Django's own connections go; a connection that is silently gone is noticed within seconds."""
    parameters = connection.get_connection_params()
    names = ("host", "port", "dbname", "user", "password")
    chosen = {name: parameters[name] for name in names if parameters.get(name)} | settings.DATABASES["default"].get(
        "OPTIONS", {}
    )
    return make_conninfo(**chosen, application_name="buurtwacht hub", keepalives_idle=10, tcp_user_timeout=10_000)
