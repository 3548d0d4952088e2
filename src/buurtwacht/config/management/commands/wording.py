# SPDX-License-Identifier: EUPL-1.2
"""The wording check on the command line: a text a line, an answer a line. It needs no database."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import override

from buurtwacht.policy.model import PlateRule, Policy, SkinColour
from buurtwacht.policy.presets import PRESETS
from buurtwacht.wording.check import Allowed, advise
from buurtwacht.wording.findings import findings
from buurtwacht.wording.vocabulary import LANGUAGES


class Command(BaseCommand):
    help = "Read one text per line from standard input, and say for each what could be better."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object per line instead of plain words")
        parser.add_argument("--policy", choices=sorted(PRESETS), help="the rules of this preset")
        parser.add_argument("--language", choices=sorted(LANGUAGES), default="nl")

    def handle(self, *args: Any, **options: Any) -> None:
        allowed = allowed_by(PRESETS[options["policy"]]) if options["policy"] else Allowed()
        with override(options["language"]):
            for text in _lines():
                found = findings(advise(text, language=options["language"], allowed=allowed))
                lines = [json.dumps({"findings": found})] if options["json"] else map(_in_words, found)
                self.stdout.write("\n".join(lines))
                self.stdout.flush()


def allowed_by(policy: Policy) -> Allowed:
    """What the policy lets neighbours read about others."""
    return Allowed(
        skin_colour=policy.skin_colour is not SkinColour.OFF,
        plates=policy.plate is PlateRule.GROUP,
    )


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _in_words(finding: dict[str, Any]) -> str:
    return f"{finding['reason']}: {', '.join(finding['words'])}\n    {finding['advice']}"
