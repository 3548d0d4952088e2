# SPDX-License-Identifier: EUPL-1.2
"""The draft becomes what holds: in one go, so that members are asked once."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.enrolment.rulebook import queries
from buurtwacht.enrolment.rulebook.rules import reads_differently
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .held import Draft


@transaction.atomic
def publish_rules(group: WatchGroup, *, by: Person, seen: str = "") -> RuleEdition:
    """The rules of the draft hold from now on. That members are asked again follows from the journal.

    `seen` is the mark of the draft that was read before: raises `DomainError` when it changed since, or says nothing
    new.
    """
    draft = Draft(group)
    waiting = queries.pending(draft.group)
    if waiting is None:
        raise DomainError(_("There is nothing to publish: the rules read as they did."))
    if seen and seen != waiting.mark:
        raise DomainError(_("Somebody changed the draft meanwhile. Read it once more, and then publish it."))
    edition, before = draft.edition, draft.published
    edition.number, edition.published_at = before.number + 1, timezone.now()
    edition.changed_by = by
    edition.reads_differently = reads_differently(before.rules, draft.rules)
    edition.save()
    record(
        "rules.published",
        edition.pk,
        by=by,
        group=group.pk,
        number=edition.number,
        rules=len(draft.rules),
        asks=edition.reads_differently,
    )
    return edition


@transaction.atomic
def drop_draft(group: WatchGroup, *, by: Person) -> None:
    """Throw the draft away: the rules stay as they are. Twice changes nothing."""
    draft = Draft(group)
    if queries.draft_of(draft.group):
        draft.keep(draft.published.rules, by=by)
        record("rules.draft_dropped", draft.edition.pk, by=by, group=group.pk)
