# SPDX-License-Identifier: EUPL-1.2
"""May the group see it? Who coordinates says so, after a look at exactly what the group will see (C8)."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Photo, Report
from buurtwacht.reports.thread.photo_copies import preview_of

from .held import refuse_all_but_judges, show_changed, waiting

KIND = "report.photo_decided"
WORTH_KNOWING = timedelta(days=2)


@transaction.atomic
def approve_photo(photo: Photo, *, by: Person, preview: str) -> Photo:
    """The group may see the copy that was looked at; `preview_of` says which one that was.

    Raises `NotFound` for whoever does not decide here, `DomainError` when the copy is another one by now.
    """
    report, found = waiting(photo)
    refuse_all_but_judges(found, report, by)
    if not found.shown or preview_of(found) != preview:
        raise DomainError(_("This photo was changed meanwhile. Look at it once more."))
    found.audience = Photo.Audience.GROUP
    found.save(update_fields=["audience"])
    record("photo.approved", found.pk, by=by, report=report.pk)
    return _decided(found, report, by)


@transaction.atomic
def refuse_photo(photo: Photo, *, by: Person, reason: str) -> Photo:
    """It stays for the police alone. `reason` is one of `Photo.Refusal`; its writer hears it, and nobody else."""
    why = Photo.Refusal(reason)
    report, found = waiting(photo)
    refuse_all_but_judges(found, report, by)
    found.audience, found.refused_because, found.shown = Photo.Audience.POLICE, why.value, None
    found.save(update_fields=["audience", "refused_because", "shown"])
    record("photo.refused", found.pk, by=by, report=report.pk, reason=why.value)
    return _decided(found, report, by)


def _decided(photo: Photo, report: Report, by: Person) -> Photo:
    if photo.entry.author_id != by.pk:
        intend(KIND, photo.pk, priority=Priority.NOTICE, valid_for=WORTH_KNOWING, payer_id=report.group_id)
    show_changed(photo, report)
    return photo
