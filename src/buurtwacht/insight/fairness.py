# SPDX-License-Identifier: EUPL-1.2
"""The bias figure (N9): whether reports are about what people do. Pure; counts of a group, never of a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import number_format

from .judging import percent


@dataclass(frozen=True, slots=True)
class Fairness:
    """Of the texts of some time. Shares are per cent of `texts`; None while there are none."""

    texts: int
    behaviour: int
    looks: int
    traits: int
    skin: int
    skin_early: int
    only_looks: int

    @property
    def behaviour_share(self) -> int | None:
        return percent(self.behaviour, self.texts)

    @property
    def skin_share(self) -> int | None:
        return percent(self.skin, self.texts)

    @property
    def traits_each(self) -> str:
        """How many traits a description has, on average."""
        return number_format(self.traits / self.looks, 1) if self.looks else "0"

    @property
    def holds(self) -> bool:
        """Is it so that nothing was shared with looks and no behaviour? Otherwise a door is open in the program."""
        return self.only_looks == 0


def fairness_of(counts: Mapping[str, int]) -> Fairness:
    return Fairness(
        texts=counts.get("described", 0),
        behaviour=counts.get("with_behaviour", 0),
        looks=counts.get("with_looks", 0),
        traits=counts.get("traits", 0),
        skin=counts.get("with_skin_colour", 0),
        skin_early=counts.get("skin_colour_early", 0),
        only_looks=counts.get("only_looks", 0),
    )
