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

LATE = timedelta(seconds=30)  # what waits longer is trouble
MANY_ERRORS = 0.05  # of what was tried
NEARLY_USED = 0.2  # of an allowance
NEARLY_SPENT = 0.8  # of what messages about no group may cost in a month


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
    spending = common_spending()
    share = sum(spending.values()) / settings.COMMON_CEILING if settings.COMMON_CEILING else 0.0
    paid = {kind: share for kind, cost in spending.items() if cost}
    lamps = [
        _lamp(installed[one.kind], one, said[one.kind], paid.get(one.kind, 0.0)) for one in channel_figures(installed)
    ]
    return sorted(lamps, key=lambda lamp: ("trouble", "busy", "well").index(lamp.state))


def _lamp(channel: Channel, figures: ChannelFigures, said: list[str], spent: float) -> Lamp:
    allowances = tuple(_allowance(one) for one in figures.allowances)
    trouble, busy = [*said, *_trouble(figures)], _busy(figures, allowances)
    if spent >= NEARLY_SPENT:
        (trouble if spent >= 1 else busy).append(_ceiling_words(spent))
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


def _ceiling_words(spent: float) -> str:
    if spent >= 1:
        return _("What messages about no group may cost this month is spent. They go by free ways only.")
    return _("What messages about no group may cost this month is nearly spent.")


def _allowance(kept: dict[str, Any]) -> dict[str, Any]:
    """As it was written down, in the language of the page."""
    of = max(int(kept["of"]), 1)
    return {"what": _(str(kept["what"])), "left": kept["left"], "of": kept["of"], "share_left": kept["left"] / of}
