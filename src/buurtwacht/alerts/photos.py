# SPDX-License-Identifier: EUPL-1.2
"""A photo that waits: who decides is told, and afterwards who shared it. Neither message shows the photo."""

from collections.abc import Callable, Collection
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.reports.compose.text import sentence
from buurtwacht.reports.models import Photo, Report
from buurtwacht.reports.thread.photo_copies import judges_of, photos_in_sight
from buurtwacht.reports.thread.photo_rules import decides

from .addressing import addressing_of
from .audience import ears_of, everybody_in, these
from .messages import Words, about


@resolves("report.photo_waits")
def ask_who_decides(intent: Intent) -> Resolved:
    """Whoever decides about photos, as long as nobody did."""
    photo = _photo(intent)
    if photo is None or photo.audience != Photo.Audience.WAITING:
        return Resolved()
    judges = judges_of(photo.report.group)
    whom = [person for person in judges if decides(person, photo.entry.author_id, judges)]
    return _tell(intent, photo.report, whom, _waits)


@resolves("report.photo_decided")
def tell_who_shared_it(intent: Intent) -> Resolved:
    """The one who shared it, and nobody else, with the reason when it stays with the police."""
    photo = _photo(intent)
    if photo is None or photo.audience == Photo.Audience.WAITING or photo.entry.author_id is None:
        return Resolved()
    words = _approved if photo.audience == Photo.Audience.GROUP else lambda report: _refused(photo, report)
    return _tell(intent, photo.report, [photo.entry.author_id], words)


def _waits(report: Report) -> Words:
    return about(report, _("A photo waits for you"), _("May the group see it? Open to look and to decide."))


def _approved(report: Report) -> Words:
    return about(report, _("The group sees your photo"), _("Your coordinator looked at it first."))


def _refused(photo: Photo, report: Report) -> Words:
    because = sentence(str(photo.get_refused_because_display()))
    story = _("It stays for the police. The reason: %(reason)s Only you read this.") % {"reason": because}
    return about(report, _("The group does not see your photo"), story)


def _tell(intent: Intent, report: Report, whom: Collection[UUID], words: Callable[[Report], Words]) -> Resolved:
    ears = ears_of(these(whom) & everybody_in(report.group))
    return addressing_of(intent, report).to(ears, lambda ear: words(report))


def _photo(intent: Intent) -> Photo | None:
    """Without its pictures. None once it was erased, or put out of sight."""
    found = photos_in_sight().filter(pk=intent.subject_id, erased_at=None).defer("image", "shown")
    return found.select_related("entry", "report__group__organisation").first()
