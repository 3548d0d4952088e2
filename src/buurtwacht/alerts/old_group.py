# SPDX-License-Identifier: EUPL-1.2
"""The news for an old WhatsApp group that a coordinator still feeds by hand: what anybody may read on a locked screen.

Nobody is described in it, whatever the policy allows members to read: in the old group everybody reads along.
"""

from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.reports.models import Entry, Report

from .hearers import TO_THE_ALERTED
from .messages import words_for
from .resolvers import first_telling

Kind = Entry.Kind
_GOING_ON = (Kind.SHARED, Kind.RAISED, Kind.SIGHTING, Kind.CALL, Kind.POLICE_ON_SITE)


def text_for_old_group(report: Report) -> str:
    """The latest news, the line about the emergency number first, in the language of the organisation.

    Empty as long as the group itself has not been told.
    """
    if report.shown_at is None:
        return ""
    told = report.entries.filter(kind__in=(*_GOING_ON, *TO_THE_ALERTED), content__isnull=False)
    entry = told.select_related("report__group__organisation").order_by("-sequence").first()
    if entry is None:
        return ""
    with override(report.group.organisation.language):
        words = words_for(entry, first_telling(entry))
        begin = words.emergency_line if entry.kind in _GOING_ON else words.title
        end = _("Please do not answer here. Members read the rest in Buurtwacht.")
        return "\n".join(part for part in (begin, words.story, end) if part)
