# SPDX-License-Identifier: EUPL-1.2
"""Who said it, without saying who it is: a first name, or a number for somebody whom the telephone did not know."""

import re

from django.utils.translation import gettext as _

from buurtwacht.dossiers.exports.marks import without_marks
from buurtwacht.dossiers.redaction import BLOCK

LONGEST_NAME = 40
_NUMBER = re.compile(r"@?(?<!\w)\+?\d(?:[\s./()-]{0,2}\d){7,14}(?!\w)")  # telephone numbers have 8 to 15 digits (E.164)
_MENTION = re.compile("@\u2068([^\u2069\n]*)\u2069")


class Shown:
    """The names of one conversation. Two people called Jan are told apart; a push name ("~ Pien") and a telephone
    number become a number of our own."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._strangers = 0

    def name(self, raw: str) -> str:
        """The name to show for a name as the export has it."""
        if raw not in self._known:
            self._known[raw] = self._new(without_marks(raw).strip())
        return self._known[raw]

    def words(self, text: str) -> str:
        """What was said, with names shortened and telephone numbers taken out."""
        shortened = _MENTION.sub(lambda found: f"@{self.name(found[1])}", text)
        return _NUMBER.sub(BLOCK * 5, shortened)

    def _new(self, name: str) -> str:
        first = name.partition(" ")[0].strip("()[]\"'“”.,")[:LONGEST_NAME]
        if name.startswith("~") or not any(letter.isalpha() for letter in first):
            self._strangers += 1
            return _("Neighbour %(number)s") % {"number": self._strangers}
        same = sum(1 for shown in self._known.values() if shown.partition(" (")[0] == first)
        return f"{first} ({same + 1})" if same else first
