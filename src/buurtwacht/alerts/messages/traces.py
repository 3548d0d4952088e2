# SPDX-License-Identifier: EUPL-1.2
"""The words for: what you heard was put out of sight. Calm, once, and without the words it is about."""

from django.utils.translation import gettext as _

from buurtwacht.reports.hiding import CHANGED, TAKEN_BACK
from buurtwacht.reports.models import Entry

from .notes import about
from .words import Words


def words_for_trace(entry: Entry) -> Words:
    """What those read who heard the words of this entry, while the report goes on or after it ended."""
    if entry.hidden_reason == CHANGED:
        return about(entry.report, _("A message was changed"), _("Open to read the new words."))
    if entry.hidden_reason == TAKEN_BACK:
        story = _("Who wrote it took it back. Do not use what it said.")
        return about(entry.report, _("A message was taken back"), story)
    story = _("The coordinator hid a message on this report. Do not use what it said.")
    return about(entry.report, _("A message was hidden"), story)
