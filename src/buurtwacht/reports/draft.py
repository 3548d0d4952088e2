# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass
from uuid import UUID

from buurtwacht.groups.models import WatchGroup

from .content import Content
from .photos import TakenPhoto


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody told so far. It lives on their device and travels in the form; the server keeps nothing of it."""

    id: UUID  # becomes the id of the report, so that sharing twice shares once
    group: WatchGroup
    content: Content
    in_doubt: bool = False  # wants to ask before calling, see `Policy.doubt`
    insists: bool = False  # says that it is about safety now, see `Policy.not_acute`
    apart_from: frozenset[UUID] = frozenset()  # reports nearby of which the reporter said that they are something else
    photo: TakenPhoto | None = None
