# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.journal.models import Line
from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id


def test_a_line_says_who_did_what(bram, group):
    line = record("report.shared", group.pk, by=bram, members=3)

    assert Line.objects.get(pk=line.pk).facts == {"members": 3}
    assert line.by_id == bram.pk


def test_text_never_enters_the_journal(db):
    with pytest.raises(ValueError, match="text"):
        record("report.shared", new_id(), why="A man in a dark coat.")
