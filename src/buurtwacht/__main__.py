# SPDX-License-Identifier: EUPL-1.2
"""buurtwacht <command>: every command of the program."""

import os
import sys
from io import TextIOWrapper

# These never touch the database, so they do not wake it.
WITHOUT_DATABASE = {
    *("", "help", "--help", "--version"),
    *("check", "collectstatic", "matrix", "read_export", "restore", "verify", "wording", "words"),
}
# With these somebody begins, so they make the tables in a database that is new.
BEGINNING = {"areas", "groups"}
NO_TABLE, NO_COLUMN = "42P01", "42703"  # SQLSTATE


def main() -> None:
    """Start our own PostgreSQL when no other is named, then run the command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    if sys.argv[0].endswith("__main__.py"):
        sys.argv[0] = "buurtwacht"  # as the help says it
    _open_streams()
    sys.argv[1:2] = [word if word.startswith("-") else word.replace("-", "_") for word in sys.argv[1:2]]
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command == "read_export":  # alone, without Django: a file is read before that is awake
        from buurtwacht.dossiers.exports.console import main as read_export

        sys.exit(read_export(sys.argv[2:]))
    if command == "demo":
        os.environ["BUURTWACHT_DEMO"] = "yes"
    is_new = command not in WITHOUT_DATABASE and not {"-h", "--help"} & {*sys.argv} and _wake_the_database()
    if is_new and command in BEGINNING:
        _run(["buurtwacht", "migrate", "--verbosity", "0"])
    _run(sys.argv)


def _open_streams() -> None:
    """Names and sentences have more letters than ASCII, whatever the locale is; and there may be nobody who types."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115 - as long as the program runs


def _run(words: list[str]) -> None:
    from django.core.management import execute_from_command_line
    from django.db import ProgrammingError

    try:
        execute_from_command_line(words)
    except ProgrammingError as error:
        if getattr(error.__cause__, "sqlstate", "") in {NO_TABLE, NO_COLUMN}:
            sys.exit("The tables in the database are not those of this version. Run “buurtwacht migrate” first.")
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever reads has seen enough


def _wake_the_database() -> bool:
    """Whether it was made just now."""
    from django.conf import settings

    from buurtwacht.config import database

    if settings.DATABASE_URL:
        return False
    try:
        return database.start(settings.DATA)
    except database.WrongVersion as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
