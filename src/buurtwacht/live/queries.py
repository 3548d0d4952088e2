# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.utils import timezone

from .models import Event

MADE_IN = timedelta(seconds=30)  # longer than any page takes to be made


def place_of_a_fresh_page() -> int:
    """The event after which a page that is being made now wants to hear everything.

    Half a minute back, because the page was read from the database before it is shown: what was told in between
    would be missed. What it already shows it hears twice, and ignores.
    """
    events = Event.objects.values_list("id", flat=True)
    before = events.filter(created_at__lt=timezone.now() - MADE_IN).order_by("-id").first()
    if before is not None:
        return before
    oldest = events.order_by("id").first()
    return 0 if oldest is None else oldest - 1
