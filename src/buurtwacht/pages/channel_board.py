# SPDX-License-Identifier: EUPL-1.2
"""The board with the lamps: how each channel does, in words that say what to do."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Channel
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.ceiling import common_spending
from buurtwacht.delivery.figures import ChannelFigures, channel_figures
from buurtwacht.delivery.remembering.book import troubles
from buurtwacht.people.queries import codes_spending

LATE = timedelta(seconds=30)  # what waits longer is trouble
MANY_ERRORS = 0.05  # of what was tried
NEARLY_USED = 0.2  # of an allowance
NEARLY_SPENT = 0.8  # of what messages about no group, or codes, may cost in a month


@dataclass(frozen=True, slots=True)
class Lamp:
    """One channel on the board. `state` is `well`, `busy` or `trouble`; `advice` says what to look at, if anything."""

    label: str | Promise
    figures: ChannelFigures
    allowances: tuple[dict[str, Any], ...]
    state: str
    advice: tuple[str, ...]


def board() -> list[Lamp]:
    """Every channel of this installation, the ones in trouble first."""
    installed = channels()
    said = _said()
    common = _shares(common_spending(), settings.COMMON_CEILING)
    codes = _shares(codes_spending(), settings.CODES_CEILING)
    lamps = [
        _lamp(installed[one.kind], one, said[one.kind], (common.get(one.kind, 0.0), codes.get(one.kind, 0.0)))
        for one in channel_figures(installed)
    ]
    return sorted(lamps, key=lambda lamp: ("trouble", "busy", "well").index(lamp.state))


def _shares(spending: dict[str, int], ceiling: int) -> dict[str, float]:
    """For each channel that costs something: how much of the ceiling is used, by all of them together."""
    share = sum(spending.values()) / ceiling if ceiling else 0.0
    return {kind: share for kind, cost in spending.items() if cost}


def _lamp(channel: Channel, figures: ChannelFigures, said: list[str], spent: tuple[float, float]) -> Lamp:
    """`spent` is how much is used of the ceiling of what is about no group, and of that of codes."""
    allowances = tuple(_allowance(one) for one in figures.allowances)
    trouble, busy = [*said, *_trouble(figures)], _busy(figures, allowances)
    for share, words in zip(spent, (_common_words, _codes_words), strict=True):
        if share >= NEARLY_SPENT:
            (trouble if share >= 1 else busy).append(words(share))
    state = "trouble" if trouble else "busy" if busy else "well"
    return Lamp(channel.label, figures, allowances, state, (*trouble, *busy))


def _said() -> defaultdict[str, list[str]]:
    """What providers said about our accounts, by channel."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in troubles():
        told = {"code": one.code, "about": one.about or one.channel}
        found[one.channel].append(_("The provider says %(code)s about %(about)s. The manual tells what to do.") % told)
    return found


def _trouble(figures: ChannelFigures) -> list[str]:
    found = []
    if figures.open_until and figures.open_until > timezone.now():
        found.append(_("The other side is in trouble. We try again by ourselves; alarms take another way meanwhile."))
    if figures.oldest and figures.oldest > LATE:
        found.append(_("Messages wait for more than half a minute."))
    if figures.error_share > MANY_ERRORS:
        found.append(_("More than one in twenty messages was refused. Look at the commonest reason."))
    if figures.stuck:
        found.append(_("Something came in that we cannot read. It is kept, and tried again."))
    if not figures.workers:
        found.append(_("No work process looks after this channel. Is “buurtwacht work” running?"))
    return found


def _busy(figures: ChannelFigures, allowances: tuple[dict[str, Any], ...]) -> list[str]:
    if any(one["share_left"] < NEARLY_USED for one in allowances):
        return [_("A limit of the provider is nearly used up. Then other channels take over.")]
    return []


def _common_words(spent: float) -> str:
    if spent >= 1:
        return _("What messages about no group may cost this month is spent. They go by free ways only.")
    return _("What messages about no group may cost this month is nearly spent.")


def _codes_words(spent: float) -> str:
    if spent >= 1:
        return _("What codes may cost this month is spent. Who asks for one is offered to go on without.")
    return _("What codes may cost this month is nearly spent.")


def _allowance(kept: dict[str, Any]) -> dict[str, Any]:
    """As it was written down, in the language of the page."""
    of = max(int(kept["of"]), 1)
    return {"what": _(str(kept["what"])), "left": kept["left"], "of": kept["of"], "share_left": kept["left"] / of}
