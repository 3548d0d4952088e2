# SPDX-License-Identifier: EUPL-1.2
"""One file with everything in the database, and back again.

A backup is a tar file with `manifest.json` and `database.dump` (pg_dump's custom format). Personal data in it stays
encrypted: the keys lie apart, in the secrets folder, and go along only when asked. The manifest carries a fingerprint
of the key, so that a restore with the wrong keys is refused before anything is changed.
"""

import hashlib
import io
import json
import os
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import connection
from django.utils import timezone

from buurtwacht.lib.crypto import fingerprint

from . import database

FORMAT = 1
MANIFEST, DUMP, SECRETS = "manifest.json", "database.dump", "secrets"


class Refused(Exception):
    """The sentence says why, and what to do."""


def backup(file: Path, *, with_secrets: bool = False) -> dict[str, Any]:
    """Write a backup to `file`, whole or not at all. Returns the manifest."""
    manifest = manifest_now(with_secrets=with_secrets)
    partial = file.with_name(file.name + ".partial")
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / DUMP
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={dump}", settings_name())
        with tarfile.open(partial, "w") as archive:
            _add_text(archive, MANIFEST, json.dumps(manifest, indent=2))
            archive.add(dump, DUMP)
            if with_secrets:
                archive.add(settings.DATA / SECRETS, SECRETS)
    partial.chmod(0o600)
    partial.replace(file)
    return manifest


def manifest_now(*, with_secrets: bool) -> dict[str, Any]:
    """What a backup of this moment says about itself. Keys are named by a hash."""
    return {
        "format": FORMAT,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "key": _key_fingerprint(),
        "field_key": _mark_of_field_key(settings.FIELD_KEYS[0]),
        "django": django.get_version(),
        "secrets": with_secrets,
    }


def restore(file: Path, *, replace: bool = False) -> dict[str, Any]:
    """Put a backup into the database, in one transaction. Raises `Refused` before changing anything."""
    with tarfile.open(_readable(file)) as archive, tempfile.TemporaryDirectory() as folder:
        manifest = _manifest(archive)
        if not has_keys_of(manifest):
            raise Refused(
                f"This backup was made with other keys. Put the secrets folder that belongs to it in "
                f"{settings.DATA / SECRETS} (or set BUURTWACHT_FIELD_KEY and "
                "BUURTWACHT_FINGERPRINT_KEY), then restore again. Nothing was changed."
            )
        if not replace and _is_filled():
            raise Refused("There is data in the database. Say --replace to put the backup in its place.")
        archive.extract(DUMP, folder, filter="data")
        if replace:
            _empty()
        _run(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            "--exit-on-error",
            f"--dbname={settings_name()}",
            str(Path(folder) / DUMP),
        )
    return manifest


def unpack_secrets(file: Path) -> bool:
    """Take the keys out of a backup that has them, if this installation has none yet. True if it did."""
    folder = settings.DATA / SECRETS
    with tarfile.open(_readable(file)) as archive:
        if not _manifest(archive).get("secrets"):
            return False
        for member in archive.getmembers():
            if member.name.startswith(f"{SECRETS}/") and member.isfile():
                archive.extract(member, settings.DATA, filter="data")
    folder.chmod(0o700)
    return True


def has_keys_of(manifest: dict[str, Any]) -> bool:
    """The key of its fingerprints, and, where it says so, the key with which its newest fields were encrypted."""
    readable = {_mark_of_field_key(key) for key in settings.FIELD_KEYS}
    return manifest["key"] == _key_fingerprint() and manifest.get("field_key") in {None, *readable}


def settings_name() -> str:
    return str(connection.settings_dict["NAME"])


def _key_fingerprint() -> str:
    return fingerprint("backup", "backup key")


def _mark_of_field_key(key: bytes) -> str:
    return hashlib.blake2b(key, digest_size=16, person=b"backup").hexdigest()


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    info = tarfile.TarInfo(name)
    info.size = len(data)
    archive.addfile(info, io.BytesIO(data))


def _readable(file: Path) -> Path:
    if not file.exists():
        raise Refused(f"There is no file {file}.")
    if not tarfile.is_tarfile(file):
        raise Refused(f"{file} is not a backup of Buurtwacht.")
    return file


def _manifest(archive: tarfile.TarFile) -> dict[str, Any]:
    try:
        member = archive.extractfile(MANIFEST)
    except KeyError:
        member = None
    if member is None:
        raise Refused("This file is not a backup of Buurtwacht: it has no manifest.")
    manifest: dict[str, Any] = json.load(member)
    if manifest.get("format") != FORMAT:
        raise Refused(f"This backup has format {manifest.get('format')}; this version reads format {FORMAT}.")
    return manifest


def _is_filled() -> bool:
    if "people_person" not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM people_person)")
        return bool(cursor.fetchone()[0])


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    connection.close()


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on our database. The password goes by environment, never by argument."""
    found = connection.settings_dict
    environment = os.environ | {
        "PGHOST": str(found["HOST"]),
        "PGPORT": str(found["PORT"] or ""),
        "PGUSER": str(found["USER"]),
        "PGPASSWORD": str(found["PASSWORD"]),
    }
    environment = {key: value for key, value in environment.items() if value}
    done = subprocess.run(  # noqa: S603 - a program that we bring, with our own arguments
        [database.programs() / program, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(f"{program} did not succeed: {done.stderr.strip()}")
