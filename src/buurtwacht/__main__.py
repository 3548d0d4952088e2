# SPDX-License-Identifier: EUPL-1.2
"""buurtwacht <command>: every command of the program."""

import os
import sys

# These never touch the database, so they do not wake it.
WITHOUT_DATABASE = {
    *("", "help", "--help", "--version"),
    *("check", "collectstatic", "matrix", "read_export", "restore", "verify", "wording", "words"),
}


def main() -> None:
    """Start our own PostgreSQL when no other is named, then run the command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
    sys.argv[1:2] = [word if word.startswith("-") else word.replace("-", "_") for word in sys.argv[1:2]]
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command == "read_export":  # alone, without Django: a file is read before that is awake
        from buurtwacht.dossiers.exports.console import main as read_export

        sys.exit(read_export(sys.argv[2:]))
    if command == "demo":
        os.environ["BUURTWACHT_DEMO"] = "yes"
    if command not in WITHOUT_DATABASE:
        _wake_the_database()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


def _wake_the_database() -> None:
    from django.conf import settings

    from buurtwacht.config import database

    if settings.DATABASE_URL:
        return
    try:
        database.start(settings.DATA)
    except database.WrongVersion as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
