# SPDX-License-Identifier: EUPL-1.2
"""Many points at once: a line in, a line out."""

import io
import json

import pytest
from django.core.management import CommandError, call_command


def test_each_line_gets_its_own_answer(cast, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("52.0412 5.6631\n\n50,0 3,0\n5.6631 52.0412\nhier\n"))
    call_command("areas", "find")

    here, nowhere, turned, wrong = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert here == {"area": "Vogelbuurt", "code": "BU02280101", "group": "Vogelbuurt"}
    assert nowhere == {"area": None, "code": None, "group": None}
    assert "latitude comes first" in turned["error"]
    assert "two numbers" in wrong["error"]


def test_half_a_point_is_refused(cast):
    with pytest.raises(CommandError, match="two numbers"):
        call_command("areas", "find", "52.0412")
