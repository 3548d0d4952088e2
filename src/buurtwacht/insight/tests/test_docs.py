# SPDX-License-Identifier: EUPL-1.2
import re
from pathlib import Path

from buurtwacht.insight.columns import COLUMNS

TEXT = (Path(__file__).resolve().parents[4] / "docs" / "figures.md").read_text()
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", TEXT, re.M))


def test_every_column_is_explained_and_nothing_else():
    assert list(ROWS) == [column.key for column in COLUMNS]


def test_what_is_close_to_somebody_says_so():
    order = {column.key for column in COLUMNS if column.part == "order"}
    for column in COLUMNS:
        assert column.close is (column.key in order or "*close*" in ROWS[column.key])
