# SPDX-License-Identifier: EUPL-1.2
"""Members are asked again when what they agreed to has changed (R038, F49)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.delivery.services import intend
from buurtwacht.enrolment.models import Acceptance, RuleEdition
from buurtwacht.enrolment.signing import queries, rules
from buurtwacht.enrolment.signing.mark import Mark
from buurtwacht.enrolment.signing.texts import text_for
from buurtwacht.enrolment.signing.texts.own import OwnRules
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.notices import NOTICE
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError

from .keep import Signer, keep_acceptance

CHANGED = "rules.changed"  # the action in the journal, and the kind of the notice
NOTICE_LIFE = timedelta(days=7)


@transaction.atomic
def accept_again(membership: Membership, mark: Mark, *, language: str = "") -> list[Acceptance]:
    """This member agrees to what holds now. Twice changes nothing. Raises `DomainError` when a signature lacks."""
    membership = (
        Membership.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=membership.pk)
    )
    due = queries.due_kinds(membership)
    signed = rules.signed_kind(membership.group.policy)
    if signed in due and mark.way == Acceptance.Way.TICKED:
        raise DomainError(_("Please sign: draw your signature or write your name."))
    person = membership.person
    signer = Signer(group=membership.group, language=language or person.language, person=person)
    tick = Mark() if mark.way != Acceptance.Way.PAPER else Mark(way=mark.way)
    mark = mark.of(f"{person.first_name} {person.family_name}")
    kept = [keep_acceptance(signer, kind, mark if kind == signed else tick) for kind in due]
    if kept:
        record("rules.accepted", membership.pk, by=person, group=membership.group_id, count=len(kept))
    return kept


@transaction.atomic
def announce_changes(group: WatchGroup, *, tell: bool = True) -> bool:
    """Note once that what members agreed to reads differently now, and tell them. Returns whether it was new.

    Nobody is told before the first member agreed to anything: a group that begins has nothing that changed. Without
    `tell` it is only noted, for when they hear of it anyway.
    """
    group = WatchGroup.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=group.pk)
    if not _somebody_agreed_to_less(group):
        return False
    version = _version_of(group)
    if Line.objects.filter(action=CHANGED, subject_id=group.pk, facts__version=version).exists():
        return False
    record(CHANGED, group.pk, version=version)
    if tell:
        intend(CHANGED, group.pk, priority=NOTICE, valid_for=NOTICE_LIFE)
    return True


def end_evidence(person_id: UUID, group_id: UUID, at: datetime) -> int:
    """Somebody left: from here on the year of their evidence runs."""
    mine = Acceptance.objects.filter(person_id=person_id, group_id=group_id, ended_at=None)
    return mine.update(ended_at=at)


def _somebody_agreed_to_less(group: WatchGroup) -> bool:
    agreed = Acceptance.objects.filter(group=group, ended_at=None, person__isnull=False)
    return any(
        agreed.filter(kind=kind).exclude(digest__in=queries.digests_that_hold(kind, group)).exists()
        for kind in rules.lasting_kinds(group.policy)
    )


def _version_of(group: WatchGroup) -> str:
    """A short name for all that members of this group agree to now."""
    nothing = (
        OwnRules()
    )  # in which order a group puts its own rules is no news, so the last that read differently counts
    texts = [text_for(kind, group, settings.LANGUAGE_CODE, own=nothing) for kind in rules.lasting_kinds(group.policy)]
    published = RuleEdition.objects.filter(group=group, number__isnull=False, reads_differently=True)
    edition = published.order_by("-number").first()
    return ".".join([*(text.digest[:16] for text in texts), *([str(edition.number)] if edition else [])])
