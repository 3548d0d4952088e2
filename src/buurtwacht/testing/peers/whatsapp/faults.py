# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on purpose."""

from collections import defaultdict
from dataclasses import dataclass, field

HTTP = range(400, 600)  # a bare HTTP status; none of Meta's own codes lies in between
AREAS = ("messages", "media", "templates")


@dataclass
class Faults:
    """`silent` and `abrupt` count the messages that are accepted without an answer."""

    silent: int = 0
    abrupt: int = 0
    _planned: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _lasting: dict[str, int] = field(default_factory=dict)

    def add(self, code: int, times: int | None, area: str) -> None:
        assert area in AREAS
        if times is None:
            self._lasting[area] = code
        else:
            self._planned[area] += [code] * times

    def clear(self) -> None:
        self.silent = self.abrupt = 0
        self._planned.clear()
        self._lasting.clear()

    def next(self, area: str) -> int | None:
        """The code with which the next request there must be refused."""
        return self._planned[area].pop(0) if self._planned[area] else self._lasting.get(area)

    def after_accepting(self) -> str:
        """silent, abrupt, or nothing."""
        if self.silent:
            self.silent -= 1
            return "silent"
        if self.abrupt:
            self.abrupt -= 1
            return "abrupt"
        return ""
