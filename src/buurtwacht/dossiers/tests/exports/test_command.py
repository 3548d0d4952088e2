# SPDX-License-Identifier: EUPL-1.2
import json
import subprocess
import sys

from .support import zipped

CHAT = "03/04/2024, 21:05 - Jan: hoi\n04/04/2024, 21:05 - Jan: <Media omitted>\n"


def run(*words):
    command = [sys.executable, "-m", "buurtwacht", "read-export", *map(str, words)]
    return subprocess.run(command, capture_output=True, env={"DATABASE_URL": "postgresql://nowhere/x"})


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
