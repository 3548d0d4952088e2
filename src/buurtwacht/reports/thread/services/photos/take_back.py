# SPDX-License-Identifier: EUPL-1.2
"""Who shared a photo changes their mind."""

from django.db import transaction

from buurtwacht.journal.services import record
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Photo
from buurtwacht.reports.thread.services.erase import erase_these

from .held import held, refuse_all_but_writer, show_changed, waiting


@transaction.atomic
def keep_from_the_group(photo: Photo, *, by: Person) -> Photo:
    """Its writer leaves it to the police after all, as long as nobody decided. Raises `NotFound` for everybody else."""
    report, found = waiting(photo)
    refuse_all_but_writer(found, by)
    found.audience, found.shown = Photo.Audience.POLICE, None
    found.save(update_fields=["audience", "shown"])
    record("photo.kept_back", found.pk, by=by, report=report.pk)
    show_changed(found, report)
    return found


@transaction.atomic
def delete_photo(photo: Photo, *, by: Person) -> None:
    """Its writer takes it away, from the group and from a dossier that was not handed over. Twice is once."""
    report, found = held(photo)
    refuse_all_but_writer(found, by)
    if found.erased_at:
        return
    erase_these(Photo.objects.filter(pk=found.pk))
    record("photo.deleted", found.pk, by=by, report=report.pk)
    show_changed(found, report)
