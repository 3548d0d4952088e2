# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta
from uuid import UUID

from . import tokens
from .models import Event
from .names import CLOSED, CLOSING_MARGIN
from .services import person_topic


def stream_token_for(person_id: UUID, topics_token: str) -> str:
    """A fresh stream token for the topics that a page was given, unless this person's rights changed since.

    Raises `tokens.Refused`: the page has to be loaded again, so that the server chooses the topics anew.
    """
    claim = tokens.read_topics_token(topics_token)
    if claim.person_id != person_id:
        raise tokens.Refused("This page was made for somebody else.")
    if not _still_allowed(claim):
        raise tokens.Refused("What you may hear has changed since this page was made.")
    return tokens.stream_token(person_id, claim.topics)


def _still_allowed(claim: tokens.Claim) -> bool:
    """Events are kept as long as a topics token lives, so a change since then is still to be found."""
    since = datetime.fromtimestamp(claim.issued_at, UTC) - timedelta(seconds=CLOSING_MARGIN)
    changed = Event.objects.filter(topic=person_topic(claim.person_id), name=CLOSED, created_at__gt=since)
    return not changed.exists()
