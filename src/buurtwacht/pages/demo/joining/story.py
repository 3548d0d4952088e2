# SPDX-License-Identifier: EUPL-1.2
from . import life
from .newcomers import NEWCOMERS
from .stages import tell_newcomer


def tell_joining() -> None:
    """Everybody who would like to take part, and what happened around them, in the order of time."""
    life.ask_who_stays()
    life.invite()
    life.split_rekem()
    for newcomer in NEWCOMERS:
        tell_newcomer(newcomer)
    life.check_with_the_police()
    life.write_down_a_paper()
    life.bring_a_list()
