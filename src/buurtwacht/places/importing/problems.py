# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.lib.errors import DomainError

MOST_SHOWN = 10


class BadFile(DomainError):
    """The file cannot be used. The message says which feature, and what is wrong with it."""

    def __init__(self, problems: list[str]) -> None:
        shown = problems[:MOST_SHOWN]
        more = len(problems) - len(shown)
        super().__init__("\n".join([*shown, f"… and {more} more."] if more else shown))
        self.problems = problems
