# SPDX-License-Identifier: EUPL-1.2
"""The wording check on the command line: a text a line, an answer a line. It needs no database.

Of each line the first signs are read, as of every text (check.LONGEST). A reader that leaves ends it without a word.
"""

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import override

from buurtwacht.groups.words import allowed_by
from buurtwacht.policy.presets import PRESETS
from buurtwacht.wording.check import LONGEST, Allowed, advise
from buurtwacht.wording.findings import findings
from buurtwacht.wording.vocabulary import LANGUAGES

MOST_BYTES = 4 * (LONGEST + 1)  # of one line: UTF-8 needs at most four for a sign


class Command(BaseCommand):
    help = f"Read a text per line from standard input, and say what could be better. {LONGEST} signs of each are read."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object per line instead of plain words")
        parser.add_argument("--policy", choices=sorted(PRESETS), help="the rules of this preset")
        parser.add_argument("--language", type=_language, choices=sorted(LANGUAGES), default="nl")

    def handle(self, *args: Any, **options: Any) -> None:
        allowed = allowed_by(PRESETS[options["policy"]]) if options["policy"] else Allowed()
        try:
            with override(options["language"]):
                for text in _lines():
                    self._answer(text, options["language"], allowed, as_json=options["json"])
        except BrokenPipeError:  # nobody listens any more: | head
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _answer(self, text: str, language: str, allowed: Allowed, *, as_json: bool) -> None:
        found = findings(advise(text, language=language, allowed=allowed))
        lines = [json.dumps({"findings": found})] if as_json else map(_in_words, found)
        self.stdout.write("\n".join(lines))
        self.stdout.flush()


def _language(value: str) -> str:
    """nl for nl-BE and nl_BE too."""
    return value.replace("_", "-").partition("-")[0].lower()


def _lines() -> Iterator[str]:
    """The lines, each as far as it is read: a line without an end takes no memory."""
    while line := sys.stdin.buffer.readline(MOST_BYTES):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(MOST_BYTES)
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _in_words(finding: dict[str, Any]) -> str:
    return f"{finding['reason']}: {', '.join(finding['words'])}\n    {finding['advice']}"
