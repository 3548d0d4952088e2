# SPDX-License-Identifier: EUPL-1.2
"""Two messages that neighbours flagged: a tip waits for Bram, and one waits on the coordinator's desk."""

from django.utils import timezone, translation

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.moderation.flagging.services import consider, keep_words, raise_flag
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.services import add_supplement

from .clock import as_if
from .people import DOMAIN
from .phones import EXTRAS
from .stories import MINUTE

OF_BRAM = "Pools busje, klopt niet."
OF_A_NEIGHBOUR = "Politie doet toch niks."


def keep_flags_waiting() -> None:
    """On the report that is going on, unless something waits already."""
    group = WatchGroup.objects.select_related("organisation").get(slug="vogelbuurt")
    live = Report.objects.filter(group=group, status=Report.Status.OPEN).select_related("group__organisation").first()
    if live is None or Flag.objects.filter(group=group, settled_at=None).exists():
        return
    bram, ilse = (Person.objects.get(email=f"{key}@{DOMAIN}") for key in ("bram", "ilse"))
    extras = members_of(group).filter(person__email__startswith=EXTRAS)
    writer, first, second = (membership.person for membership in extras[40:43])
    with translation.override(group.organisation.language):
        _flagged(live, bram, OF_BRAM, by=(ilse,), reason=Flag.Reason.DISCRIMINATES)
        entry = _flagged(live, writer, OF_A_NEIGHBOUR, by=(first, second), reason=Flag.Reason.NOT_FOR_HERE)
        if nudge := Nudge.objects.filter(entry=entry, answer="").first():
            keep_words(nudge, by=writer)


def _flagged(report: Report, writer: Person, words: str, *, by: tuple[Person, ...], reason: str) -> Entry:
    with as_if(timezone.now() - MINUTE):
        entry = add_supplement(report, by=writer, kind=Entry.Kind.SIGHTING, content=Content(text=words))
    for neighbour in by:
        raise_flag(entry, by=neighbour, reason=reason)
    consider(entry.pk)
    return entry
