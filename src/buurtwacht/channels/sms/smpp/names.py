# SPDX-License-Identifier: EUPL-1.2
"""Some providers name a message in hexadecimal in their answer and in decimal in the receipt, or the reverse.

The names of the last messages are kept here, so that a receipt finds its message whichever way it is written.
"""

from collections import OrderedDict

MOST = 20_000


class Names:
    def __init__(self, way: str) -> None:
        self._way = way  # as the settings say; "same" until we know better
        self._given: OrderedDict[str, None] = OrderedDict()

    def give(self, name: str) -> str:
        """This is how they call a message of ours."""
        self._given[name] = None
        if len(self._given) > MOST:
            self._given.popitem(last=False)
        return name

    def find(self, written: str) -> str:
        """The name in the spelling of the answer. The same receipt always gives the same name while we run."""
        if self._way == "same" and written not in self._given:
            for way in ("decimal", "hex"):
                if self._known(converted(written, way)) in self._given:
                    self._way = way  # they are proven to write it so; from now on nothing else is tried
        return self._known(converted(written, self._way))

    def _known(self, name: str) -> str:
        """With the zeros and the letters of the answer, where they wrote it with others."""
        spellings = (name, name.upper(), name.zfill(8), name.upper().zfill(8))
        return next((other for other in spellings if other in self._given), name)


def converted(written: str, way: str) -> str:
    """A receipt in "decimal" names an answer in hexadecimal, and the other way round. What is no number stays."""
    try:
        if way == "decimal":
            return f"{int(written, 10):x}"
        if way == "hex":
            return str(int(written, 16))
    except ValueError:
        pass
    return written
