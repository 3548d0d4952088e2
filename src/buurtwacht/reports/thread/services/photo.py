# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Photo
from buurtwacht.reports.thread.screens import show_again, turn_page
from buurtwacht.reports.thread.watermark import marked, reference_of

from .locked import locked, refuse_all_but_coordinator


@transaction.atomic
def view_photo(photo: Photo, *, by: Person) -> bytes:
    """The photo as a JPEG with the mark of who looks at it, and a line in the journal that they did (R129, R144)."""
    if photo.image is None:
        raise DomainError(_("This photo has been erased."))
    record("photo.viewed", photo.pk, by=by, report=photo.report_id)
    return marked(photo.image, reference_of(by))


@transaction.atomic
def release_photo(photo: Photo, *, by: Person, to_group: bool) -> Photo:
    """The coordinator lets the group see a photo that waits, or leaves it for the police alone (C8)."""
    report = locked(photo.report)
    refuse_all_but_coordinator(report, by)
    photo = Photo.objects.select_for_update().select_related("entry").get(pk=photo.pk)
    if photo.audience != Photo.Audience.WAITING:
        raise DomainError(_("Somebody decided about this photo already."))
    photo.audience = Photo.Audience.GROUP if to_group else Photo.Audience.POLICE
    photo.save(update_fields=["audience"])
    record("photo.released" if to_group else "photo.withheld", photo.pk, by=by, report=report.pk)
    show_again(report, [photo.entry])
    turn_page(report)
    return photo
