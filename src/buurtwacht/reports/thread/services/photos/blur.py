# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence

from django.db import transaction

from buurtwacht.journal.services import record
from buurtwacht.people.models import Person
from buurtwacht.reports.blurring import Area, blurred
from buurtwacht.reports.models import Photo
from buurtwacht.reports.thread.photo_copies import all_areas
from buurtwacht.reports.thread.services.locked import role_in

from .held import refuse_all_but_judges, waiting


@transaction.atomic
def blur_photo(photo: Photo, *, by: Person, areas: Sequence[Area]) -> Photo:
    """Make the copy for the group anew, with these areas made unrecognisable. Without areas it shows everything.

    What its writer blurred stays so, whoever comes after; when the writer begins again, so does who decides.
    Raises `NotFound` for everybody else, `DomainError` when somebody decided already.
    """
    report, found = waiting(photo)
    if found.entry.author_id == by.pk:
        role_in(report, by)
        found.own_areas, found.areas = list(areas), None
    else:
        refuse_all_but_judges(found, report, by)
        found.areas = list(areas)
    found.shown = blurred(found.image, all_areas(found))
    found.save(update_fields=["own_areas", "areas", "shown"])
    record("photo.blurred", found.pk, by=by, report=report.pk, areas=len(all_areas(found)))
    return found
