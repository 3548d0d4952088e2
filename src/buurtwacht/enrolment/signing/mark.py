# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass, replace

from buurtwacht.enrolment.models import Acceptance

Way = Acceptance.Way
STROKES = "image/svg+xml"  # the media type of a drawn signature; what is kept is the data of one path


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How somebody says yes: a tick, a typed name, a drawing, or paper that was signed."""

    way: str = Way.TICKED
    name: str = ""
    place: str = ""
    signature: bytes | None = None
    media_type: str = ""

    def of(self, name: str) -> "Mark":
        """With this name, where the signature came without one. A tick needs none."""
        is_signature = self.way in (Way.DRAWN, Way.PAPER, Way.TYPED)
        return replace(self, name=name.strip()) if is_signature and not self.name else self


TICK = Mark()
SIGNED_UP = Mark(way=Way.SIGNED_UP)


def written(*, strokes: str, name: str, place: str = "") -> Mark:
    """A signature as the form gives it: drawn, or else typed."""
    if strokes:
        return Mark(way=Way.DRAWN, name=name, place=place, signature=strokes.encode(), media_type=STROKES)
    return Mark(way=Way.TYPED, name=name, place=place)


def on_paper(scan: bytes, media_type: str, *, name: str = "", place: str = "") -> Mark:
    """A signature on paper, of which this is the scan."""
    return Mark(way=Way.PAPER, name=name, place=place, signature=scan, media_type=media_type)
