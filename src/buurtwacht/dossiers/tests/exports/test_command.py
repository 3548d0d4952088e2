# SPDX-License-Identifier: EUPL-1.2
import json
import subprocess
import sys

from .support import zipped

CHAT = "03/04/2024, 21:05 - Jan: hoi\n04/04/2024, 21:05 - Jan: <Media omitted>\n"


SHELL = {"DATABASE_URL": "postgresql://nowhere/x"}


def run(*words, input=None):
    command = [sys.executable, "-m", "buurtwacht", "read-export", *map(str, words)]
    return subprocess.run(command, capture_output=True, env=SHELL, input=input)


def test_it_prints_messages_and_questions_without_a_database(tmp_path):
    file = tmp_path / "chat.txt"
    file.write_text(CHAT)
    found = json.loads(run(file, "--json").stdout)
    told = json.loads(run(file, "--json", "--day-first").stdout)

    assert len(found["questions"]) == 1
    assert told["questions"] == []
    assert told["messages"] == [
        {"at": "2024-04-03T21:05:00", "author": "Jan", "kind": "text", "text": "hoi", "attachment": None},
        {"at": "2024-04-04T21:05:00", "author": "Jan", "kind": "media", "text": "", "attachment": None},
    ]


def test_a_file_that_is_no_chat_gets_a_sentence(tmp_path):
    file = tmp_path / "chat.zip"
    file.write_bytes(zipped({"photo.jpg": b"x"}))
    refused = run(file, "--json")

    assert refused.returncode == 1
    assert b"WhatsApp-chat" in refused.stderr
    assert b"cannot be read" in run(tmp_path / "absent.txt").stderr


def test_the_locale_of_the_shell_changes_nothing(tmp_path, monkeypatch):
    file = tmp_path / "chat.txt"
    file.write_text("13-01-2024 09:30 - Zoë: één\n", encoding="utf-8")
    for name, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}.items():
        monkeypatch.setitem(SHELL, name, value)

    assert run(file).stdout.decode() == "2024-01-13T09:30:00 Zoë: één\n"
    assert "“Export chat”" in run("--help").stdout.decode()


def test_what_cannot_be_read_twice_has_to_be_saved_first():
    said = run("/dev/stdin", input=CHAT.encode())

    assert (said.returncode, said.stderr) == (1, b"/dev/stdin cannot be read: save it as a file first.\n")
