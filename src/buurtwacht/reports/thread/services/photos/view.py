# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Photo
from buurtwacht.reports.thread.photo_copies import copy_of
from buurtwacht.reports.thread.photo_rules import Copy
from buurtwacht.reports.thread.watermark import marked, reference_of


@transaction.atomic
def view_photo(photo: Photo, *, by: Person, copy: Copy = Copy.SHOWN) -> bytes:
    """A copy as a JPEG with the mark of who looks at it, and a line in the journal that they did (R129, R144)."""
    if photo.image is None:
        raise DomainError(_("This photo has been erased."))
    record("photo.viewed", photo.pk, by=by, report=photo.report_id, copy=copy.value)
    return marked(copy_of(photo, copy, for_whom=by), reference_of(by))
