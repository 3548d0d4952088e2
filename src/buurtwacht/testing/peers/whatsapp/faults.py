# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on purpose."""

from dataclasses import dataclass, field

HTTP = range(400, 600)  # a bare HTTP status; Meta's own codes lie outside, but for a few under 400


@dataclass
class Faults:
    """`silent` and `abrupt` count the messages that are accepted without an answer."""

    silent: int = 0
    abrupt: int = 0
    planned: list[int] = field(default_factory=list)
    lasting: int | None = None

    def add(self, code: int, times: int | None) -> None:
        if times is None:
            self.lasting = code
        else:
            self.planned += [code] * times

    def clear(self) -> None:
        self.silent = self.abrupt = 0
        self.planned.clear()
        self.lasting = None

    def next(self) -> int | None:
        """The code with which the next message must be refused."""
        return self.planned.pop(0) if self.planned else self.lasting

    def after_accepting(self) -> str:
        """silent, abrupt, or nothing."""
        if self.silent:
            self.silent -= 1
            return "silent"
        if self.abrupt:
            self.abrupt -= 1
            return "abrupt"
        return ""
