# SPDX-License-Identifier: EUPL-1.2
"""Photos on the page of a report, as one person meets them there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from buurtwacht.policy.model import PhotoRule, PlateRule
from buurtwacht.reports.blurring import Area
from buurtwacht.reports.models import Photo
from buurtwacht.reports.thread.access import Reader
from buurtwacht.reports.thread.forms import BlurForm
from buurtwacht.reports.thread.photo_copies import judges_of, photos_in_sight, preview_of
from buurtwacht.reports.thread.photo_rules import copies_for, decides, goes_to_the_group

Audience = Photo.Audience


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """A photo that somebody may see on the page, or that they shared themselves; and what they can do about it."""

    photo: Photo
    is_visible: bool
    is_own: bool
    may_decide: bool

    @property
    def waits(self) -> bool:
        return self.photo.audience == Audience.WAITING

    @property
    def refusal(self) -> Any:
        """Why the group does not see it; for its writer only."""
        return self.photo.get_refused_because_display() if self.is_own and self.photo.refused_because else ""


def standing_photos(reader: Reader) -> list[Photo]:
    """The photos with this report that were not deleted, whoever may see them. Without what is on them."""
    return list(photos_in_sight().filter(report=reader.report, erased_at=None).defer("image", "shown"))


def photos_for(reader: Reader, photos: Sequence[Photo]) -> tuple[SeenPhoto, ...]:
    """What this reader may see of them, and what became of those that they shared."""
    judges = judges_of(reader.report.group) if photos else set()
    seen = (_seen(photo, reader, reader.person.pk in judges, judges) for photo in photos)
    return tuple(one for one in seen if one.is_visible or one.refusal)


def photo_notes(reader: Reader, photos: Sequence[Photo]) -> tuple[str, ...]:
    """That there are photos which neighbours do not see, without a word about what is on them."""
    if reader.policy.photo == PhotoRule.NEVER:
        return ()
    audiences = {photo.audience for photo in photos}
    waits = Audience.WAITING in audiences and goes_to_the_group(reader.policy)
    return tuple(
        note
        for note, holds in (
            (_("A photo waits for the coordinator. The alert does not wait for it."), waits),
            (_("A photo goes to the police only."), Audience.POLICE in audiences),
        )
        if holds
    )


def _seen(photo: Photo, reader: Reader, judges: bool, everybody: set[Any]) -> SeenPhoto:
    own = photo.entry.author_id == reader.person.pk
    copies = copies_for(photo, reader.report, writes=own, judges=judges)
    may_decide = bool(copies) and decides(reader.person.pk, photo.entry.author_id, everybody)
    return SeenPhoto(photo, bool(copies), own, may_decide)


@dataclass(frozen=True, slots=True)
class BlurSheet:
    """What the tool for making a photo unrecognisable shows to one person."""

    photo: Photo
    form: BlurForm
    preview: str  # which copy for the group there is; empty when there is none
    hides_plates: bool  # the rules keep plates from the group, in words and in photos

    @property
    def waits(self) -> bool:
        return self.photo.audience == Audience.WAITING


def blur_sheet(reader: Reader, photo: Photo, data: Any = None) -> BlurSheet:
    """With `data` the form that was sent; without it, what this person chose before."""
    own = photo.entry.author_id == reader.person.pk
    chosen = [Area(*area) for area in (photo.own_areas if own else photo.areas) or ()]
    form = BlurForm(data, photo=photo, chosen=chosen, is_done=bool(photo.own_areas) and not own)
    return BlurSheet(photo, form, preview_of(photo), reader.policy.plate is not PlateRule.GROUP)
