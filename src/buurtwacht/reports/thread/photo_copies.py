# SPDX-License-Identifier: EUPL-1.2
"""The two copies of a photo: which pixels are in them, and who decides about the one for the group."""

from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import administrators_of
from buurtwacht.people.models import Person
from buurtwacht.reports.blurring import Area, blurred
from buurtwacht.reports.models import Photo, Report

from .photo_rules import Copy


def photos_in_sight() -> QuerySet[Photo]:
    """Those of which neither the report nor the message was hidden, with the message."""
    photos = Photo.objects.filter(entry__hidden_at=None).exclude(report__status=Report.Status.HIDDEN)
    return photos.select_related("entry")


def copy_of(photo: Photo, copy: Copy, *, for_whom: Person) -> bytes:
    """A JPEG without mark. As long as nobody made a copy for the group, who looks at it sees what there is.

    What its writer blurred, nobody else sees: not even who decides.
    """
    if copy is Copy.SHOWN and photo.shown is not None:
        return bytes(photo.shown)
    if photo.own_areas and photo.entry.author_id != for_whom.pk:
        return blurred(photo.image, photo.own_areas)
    return bytes(photo.image)


def all_areas(photo: Photo) -> list[Area]:
    """What is blurred in the copy for the group: by its writer, and by who decides."""
    return [Area(*area) for area in (*(photo.own_areas or ()), *(photo.areas or ()))]


def preview_of(photo: Photo) -> str:
    """Which copy somebody looks at, so that nobody says yes to another one. Empty when there is none."""
    return sha256(photo.shown).hexdigest()[:16] if photo.shown else ""


def judges_of(group: WatchGroup) -> set[UUID]:
    """Who decides about photos: who coordinates today, and the moderators."""
    return set(administrators_of(group).values_list("person_id", flat=True))
