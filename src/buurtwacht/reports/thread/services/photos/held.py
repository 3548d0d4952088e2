# SPDX-License-Identifier: EUPL-1.2
"""What every change to a photo begins and ends with."""

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Photo, Report
from buurtwacht.reports.thread.photo_copies import judges_of
from buurtwacht.reports.thread.photo_rules import decides
from buurtwacht.reports.thread.screens import show_again, turn_page
from buurtwacht.reports.thread.services.locked import locked


def held(photo: Photo) -> tuple[Report, Photo]:
    """The report and the photo as they are now, held, the report first as everywhere."""
    report = locked(photo.report)
    return report, Photo.objects.select_for_update(of=("self",)).select_related("entry").get(pk=photo.pk)


def waiting(photo: Photo) -> tuple[Report, Photo]:
    """The same, of a photo about which nobody decided yet. Raises `DomainError` for every other."""
    report, found = held(photo)
    out_of_sight = found.erased_at or found.entry.hidden_at or report.status == Report.Status.HIDDEN
    if out_of_sight:
        raise DomainError(_("This photo is out of sight by now. There is nothing to decide."))
    if found.audience != Photo.Audience.WAITING:
        raise DomainError(_("Somebody decided about this photo already."))
    return report, found


def refuse_all_but_judges(photo: Photo, report: Report, by: Person) -> None:
    """Raises `NotFound` for who looks after nothing here, `DomainError` for who took the photo, when others can."""
    judges = judges_of(report.group)
    if by.pk not in judges:
        raise NotFound(_("There is no such photo."))
    if not decides(by.pk, photo.entry.author_id, judges):
        raise DomainError(_("This is your own photo. Another coordinator decides about it."))


def refuse_all_but_writer(photo: Photo, by: Person) -> None:
    """Raises `NotFound` for whoever did not share this photo."""
    if photo.entry.author_id != by.pk:
        raise NotFound(_("There is no such photo."))


def show_changed(photo: Photo, report: Report) -> None:
    """Open screens follow. Among the last statements of the transaction."""
    show_again(report, [photo.entry])
    turn_page(report)
