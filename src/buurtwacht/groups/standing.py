# SPDX-License-Identifier: EUPL-1.2
"""Where the person behind a request takes part: asked once per request, for the page and for the frame around it."""

from django.http import HttpRequest

from .models import Membership
from .queries import memberships_of


def own_memberships(request: HttpRequest) -> tuple[Membership, ...]:
    """The groups in which whoever makes this request takes part; none for a visitor."""
    known: tuple[Membership, ...] | None = getattr(request, "own_memberships", None)
    if known is None:
        known = tuple(memberships_of(request.user)) if request.user.is_authenticated else ()
        request.own_memberships = known  # type: ignore[attr-defined]
    return known
