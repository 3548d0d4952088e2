# SPDX-License-Identifier: EUPL-1.2
"""What stands in the timeline where hidden words stood."""

from datetime import tzinfo

from django.utils.translation import gettext as _

from buurtwacht.lib.clock import clock
from buurtwacht.reports.hiding import CHANGED, TAKEN_BACK, hide_reason_words
from buurtwacht.reports.models import Entry

from .text import lowered, sentence


def trace_of(entry: Entry, zone: tzinfo) -> tuple[str, str]:
    """What stands where hidden words stood: who put them out of sight, when and why, and what to do with them."""
    at = {"time": clock(entry.hidden_at or entry.at, zone)}
    if entry.hidden_reason == TAKEN_BACK:
        return _("Taken back at %(time)s by who wrote it.") % at, _("Do not use what it said.")
    if entry.hidden_reason == CHANGED:
        return _("Changed at %(time)s by who wrote it.") % at, _("The new words are a line of their own.")
    why = lowered(hide_reason_words(entry.hidden_reason))
    by_whom = _("Hidden by the coordinator at %(time)s: %(reason)s") % (at | {"reason": why})
    return sentence(by_whom), _("Do not use what it said.")
