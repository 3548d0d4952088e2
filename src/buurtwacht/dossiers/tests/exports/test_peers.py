# SPDX-License-Identifier: EUPL-1.2
"""Beside somebody else's reader: the five layouts of chat-miner, with the result that it expects."""

import json
from pathlib import Path

import pytest

from .support import rows_of

DATA = Path(__file__).parent / "data"
EXPECTED = json.loads((DATA / "target.json").read_text())


@pytest.mark.parametrize("file", sorted(DATA.glob("test_*.txt")), ids=lambda file: file.stem)
def test_what_chat_miner_expects_is_what_we_read(file):
    said = [row for row in rows_of(file.read_bytes()) if row[1] is not None]

    # chat-miner lists the newest first, and makes one line of a message.
    found = [{"timestamp": at, "author": name, "message": text.replace("\n", " ")} for at, name, _, text, _ in said]
    assert found[::-1] == EXPECTED


@pytest.mark.parametrize("file", sorted(DATA.glob("test_*.txt")), ids=lambda file: file.stem)
def test_lines_about_the_group_are_not_lost(file):
    system = [row[3] for row in rows_of(file.read_bytes()) if row[2] == "system"]

    assert system == ["John Doe:.", '+12 345 578 created group "Groupname"', "You were added"]
