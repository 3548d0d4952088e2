# SPDX-License-Identifier: EUPL-1.2
"""House numbers as people write them: "14", "14a", "14 bis A", "14 bus 2", "nr. 14-2". Pure."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError

HIGHEST = 99_999  # the highest in the Dutch register of addresses
LONGEST = 20
_NUMBER = re.compile(r"(?:nr|no|nummer|num[ée]ro|n°|#)?[\s.:]*(\d+)(.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN = " -–/,.;"


@dataclass(frozen=True, slots=True)
class HouseNumber:
    """The number, and what comes after it to tell two doors apart."""

    number: int
    addition: str = ""

    def __str__(self) -> str:
        if not self.addition:
            return str(self.number)
        joint = "-" if self.addition[0].isdigit() else "" if len(self.addition) == 1 else " "
        return f"{self.number}{joint}{self.addition}"


def parse_house_number(text: str) -> HouseNumber:
    """ "14 bis A" is 14 with "bis A". Raises `DomainError` with a sentence for what does not begin with a number."""
    tidy = " ".join(text.split())
    found = _NUMBER.fullmatch(tidy)
    if found is None or len(tidy) > LONGEST or not 1 <= int(found[1]) <= HIGHEST:
        raise DomainError(_("A house number begins with a number, such as 14, 14a or 14 bis."))
    return HouseNumber(int(found[1]), found[2].strip(_BETWEEN))


def number_in(text: str) -> int | None:
    """Only the number; None when there is none."""
    try:
        return parse_house_number(text).number
    except DomainError:
        return None
