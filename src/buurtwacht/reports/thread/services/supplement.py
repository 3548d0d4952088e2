# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.lib.errors import refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.photos import TakenPhoto
from buurtwacht.reports.thread import rules

from .call import call_made
from .locked import check_words, locked, role_in, said_before
from .police import mark_police_on_site


@transaction.atomic
def add_supplement(
    report: Report,
    *,
    by: Person,
    kind: Entry.Kind,
    content: Content,
    entry_id: UUID | None = None,
    shown: Iterable[str] = (),
    photos: Sequence[TakenPhoto] = (),
) -> Entry:
    """A neighbour adds what they see, with photos of it.

    `entry_id` is made with the form, so that sending it twice adds it once.
    `shown` are the reasons of the wording check that were said about it.

    Raises `DomainError` when the report has ended, or when the police are there and this is no new observation.
    """
    if kind not in rules.FROM_NEIGHBOURS:
        raise ValueError(f"{kind!r} is not for neighbours to add")
    if kind == Entry.Kind.CALL:
        return call_made(report, by=by, content=content, entry_id=entry_id, shown=shown)
    if kind == Entry.Kind.POLICE_ON_SITE:
        return mark_police_on_site(report, by=by, entry_id=entry_id)
    report = locked(report)
    if said := said_before(report, entry_id):
        return said
    role = role_in(report, by)
    refuse_if(rules.refusal_to_add(report, kind, report.group.policy))
    refuse_if(rules.refusal_by_pace(report, role, _last_word(report, by), timezone.now()))
    check_words(report, content, shown, also=[photo.description for photo in photos])
    return add_entry(report, kind=kind, role=role, author=by, content=content, entry_id=entry_id, photos=photos)


def _last_word(report: Report, by: Person) -> datetime | None:
    """When this person last added to the report."""
    own = report.entries.filter(author=by).order_by("-at", "-pk").values_list("at", flat=True)
    return own.first()
