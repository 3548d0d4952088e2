# SPDX-License-Identifier: EUPL-1.2
"""What a webhook says. Whatever has another shape than we know is left out."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from buurtwacht.channels.inbound import Event

from .account import trouble_in
from .messages import heard_in
from .statuses import progress_in
from .values import Json, dicts, part

__all__ = ["events_in"]


def events_in(found: object, at: datetime | None) -> Iterator[Event]:
    """Everything in one webhook, in its order; one may hold many things of many people."""
    now = at or timezone.now()
    for entry in dicts(found, "entry"):
        for change in dicts(entry, "changes"):
            value = part(change, "value")
            if change.get("field") == "messages":
                yield from _of_people(value, now)
            elif trouble := trouble_in(str(change.get("field")), value, now):
                yield trouble


def _of_people(value: Json, now: datetime) -> Iterator[Event]:
    number = part(value, "metadata").get("phone_number_id", "")
    if settings.WHATSAPP_PHONE_ID and number != settings.WHATSAPP_PHONE_ID:
        return  # of another number of the same business
    contacts = dicts(value, "contacts")
    for message in dicts(value, "messages"):
        if event := heard_in(message, contacts, now):
            yield event
    for status in dicts(value, "statuses"):
        yield from progress_in(status, now)
