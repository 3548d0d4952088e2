# SPDX-License-Identifier: EUPL-1.2
"""A message was put out of sight: whoever heard its words hears that, on the way on which they heard them."""

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.services.hide_entry import KIND

from .addressing import addressing_of
from .hearers import hearers_of_words
from .messages.traces import words_for_trace


@resolves(KIND)
def tell_that_it_is_gone(intent: Intent) -> Resolved:
    """On the topic of the report, so that a lock screen shows this in place of the words.

    Nobody while the words are shown again. Of a report that was hidden as a whole everybody hears that.
    """
    entry = Entry.objects.select_related("report__group__organisation").filter(pk=intent.subject_id).first()
    if entry is None or entry.hidden_at is None or entry.report.status == entry.report.Status.HIDDEN:
        return Resolved()
    telling = addressing_of(intent, entry.report)
    return telling.to(hearers_of_words(entry), lambda ear: words_for_trace(entry))
