# SPDX-License-Identifier: EUPL-1.2
"""A photo that waits: Marie-José looks at it, makes people unrecognisable, and says yes or no."""

from buurtwacht.reports.models import Photo

from . import scenes
from .phones import DemoPhones
from .stories import tell_past


def keep_a_photo_waiting() -> None:
    """With a report of this afternoon that has ended, unless one waits already."""
    waiting = Photo.objects.filter(audience=Photo.Audience.WAITING, erased_at=None)
    if waiting.filter(report__group__slug=scenes.WITH_PHOTO.group).exists():
        return
    silent, DemoPhones.silent = DemoPhones.silent, True
    try:
        tell_past(scenes.WITH_PHOTO)
    finally:
        DemoPhones.silent = silent
