# SPDX-License-Identifier: EUPL-1.2
"""100,000 signs of the worst, of many kinds, in each language: no text takes long."""

import random
import time

import pytest

from buurtwacht.wording.check import advise
from buurtwacht.wording.measured import rows

SIGNS = 100_000
SLOWEST = 0.1  # seconds of work; some 5 ms were measured, and a test runs on a slow and busy machine
PIECES = (
    *(
        "a",
        "(",
        "[",
        "!?",
        "\n",
        "., ",
        "-",
        "_",
        "*",
        "k*",
        "k@",
        "1.",
        "0 ",
        "a.b.c ",
        "i d i o o t ",
        "v r o u ",
        "\u200b",
    ),
    *(
        "а",
        "к1",
        "e\u0301",
        "\U0001d41d",
        "\u202e",
        "ß",
        "İ",
        "👍",
        "\x00",
        "\ufffd",
        "ik ",
        "je ",
        "de ",
        "die ",
        "alle ",
    ),
    *(
        "ik haat ",
        "ze zijn ",
        "moslims moeten ",
        "moslims zijn ",
        "ik sla ",
        "vuile ",
        "je bent een ",
        "stuur ",
        "terug ",
    ),
    *(
        "kanker",
        "ikhaatze",
        "dood",
        "vuilerat",
        "h44t",
        "wat een ",
        "ga ",
        "zo ",
        "g.o.d.v.e.r ",
        "homo's ",
        "112 ",
        "Jan van nr. ",
    ),
    *(
        "je déteste les juifs ",
        "alle juden sollten ",
        "all jews should ",
        "du bist ",
        "tu es ",
        "you are ",
        "sale ",
        "fucking ",
    ),
)


def seconds(text: str, language: str) -> float:
    start = time.thread_time()
    advise(text, language=language)
    return time.thread_time() - start


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_no_repeated_piece_takes_long(language):
    advise("klaar", language=language)
    for piece in PIECES:
        text = (piece * SIGNS)[:SIGNS]
        assert min(seconds(text, language) for _ in range(3)) < SLOWEST, piece


def test_no_soup_takes_long():
    chance = random.Random(7)
    words = " ".join(row.text for row in rows() if row.language == "nl").split()
    signs = "abcdefgiklmnoprstuz 4310@$!.*-'\u200bа"
    for _ in range(12):
        soup = "".join(chance.choices(signs, k=SIGNS // 10))
        said = " ".join(chance.choices(words, k=SIGNS // 10))
        for text in (soup, said, soup.replace(" ", ""), said.replace(" ", "")):
            assert min(seconds(text, "nl") for _ in range(2)) < SLOWEST
