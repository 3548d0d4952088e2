# SPDX-License-Identifier: EUPL-1.2
"""Notes: offered, written, published, declined, withdrawn. What others offer goes to the coordinators first (C10)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.groups.models import InfoNote, InfoTold, WatchGroup
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services.hints import count_words
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.limits import DAY, Limit
from buurtwacht.people.models import Person

from . import queries, rules

DIGEST = "info.digest"
DIGEST_GOOD_FOR = timedelta(days=2)
OFFERS = Limit("info_offers", 5, DAY)  # of one neighbour
Role, State = InfoNote.Role, InfoNote.State
UNDECIDED = (State.DRAFT, State.WAITING)


@transaction.atomic
def offer_note(
    group: WatchGroup, *, words: str, first: date, last: date, role: str, by: Person, shown: Iterable[str] = ()
) -> InfoNote:
    """Offer a note to the coordinators of a group, who decide. Nobody else reads it before they do."""
    own = membership_in(by, group)
    if role == Role.NEIGHBOUR and own is not None and own.is_suspended:
        raise DomainError(_("You can read along now, and not write yet. Tell your coordinator instead."))
    if role == Role.NEIGHBOUR and not OFFERS.allows(str(by.pk)):
        raise DomainError(_("You offered this often today. Try again tomorrow."))
    note = InfoNote(group=group, author=by, role=role, state=State.WAITING)
    _fill(note, words, first, last, shown)
    note.save()
    record("info.offered", note.pk, by=by, group=group.pk, role=role)
    return note


@transaction.atomic
def write_note(
    group: WatchGroup,
    *,
    words: str,
    first: date,
    last: date,
    by: Person,
    shown: Iterable[str] = (),
    note: InfoNote | None = None,
) -> InfoNote:
    """A coordinator writes a note, or changes one that nobody read yet. Whoever changes words answers for them."""
    kept = _locked(note) if note else InfoNote(group=group, role=Role.COORDINATOR, author=by, state=State.DRAFT)
    if note and not can_be_changed(kept):
        raise DomainError(_("Neighbours read this note already. Withdraw it, and write a new one."))
    if words.strip() != kept.words:
        kept.role, kept.author = Role.COORDINATOR, by
    _fill(kept, words, first, last, shown)
    kept.save()
    record("info.changed" if note else "info.written", kept.pk, by=by, group=group.pk)
    return kept


def can_be_changed(note: InfoNote) -> bool:
    """Is it still unread? Nobody reads what waits, nor what begins later."""
    return note.state in UNDECIDED or (note.state == State.PUBLISHED and note.starts_at > timezone.now())


@transaction.atomic
def publish_note(note: InfoNote, *, by: Person) -> InfoNote:
    """Members read it from now on, or from its first day, and hear of it in their digest: never as an alarm."""
    kept = _locked(note)
    if kept.state == State.PUBLISHED:
        return kept
    if kept.state not in UNDECIDED:
        raise DomainError(_("This was decided already. Open the page again to see how it stands."))
    now = timezone.now()
    if kept.ends_at <= now:
        raise DomainError(_("The last day is over already. Choose a later one."))
    kept.state, kept.starts_at = State.PUBLISHED, max(kept.starts_at, now)
    kept.save(update_fields=["state", "starts_at"])
    record("info.published", kept.pk, by=by, group=kept.group_id, role=kept.role)
    return kept


@transaction.atomic
def decline_note(note: InfoNote, *, by: Person) -> InfoNote:
    """It is not used: what was offered, or a draft."""
    return _end(note, UNDECIDED, State.DECLINED, "info.declined", by)


@transaction.atomic
def withdraw_note(note: InfoNote, *, by: Person) -> InfoNote:
    """Nobody reads it any more from now on, and no digest holds it."""
    return _end(note, (State.PUBLISHED,), State.WITHDRAWN, "info.withdrawn", by)


def send_digests(now: datetime) -> int:
    """Promise a digest to everybody for whom one is due. May run late, or twice. Returns how many."""
    return sum(_send_digest(person_id, due) for person_id, due in queries.due_digests(now).items())


@transaction.atomic
def _send_digest(person_id: UUID, digest: queries.Due) -> bool:
    due = digest.at
    told, is_first = InfoTold.objects.select_for_update().get_or_create(person_id=person_id, defaults={"up_to": due})
    if not is_first and told.up_to >= due:
        return False
    since = 0 if is_first else int(told.up_to.timestamp())
    InfoTold.objects.filter(pk=person_id).update(up_to=due)
    intend(
        DIGEST,
        person_id,
        priority=Priority.DIGEST,
        valid_for=DIGEST_GOOD_FOR,
        payer_id=digest.group_id,
        facts={"since": since, "up_to": int(due.timestamp())},
    )
    return True


def _fill(note: InfoNote, words: str, first: date, last: date, shown: Iterable[str]) -> None:
    words, group = words.strip(), note.group
    if not words:
        raise DomainError(_("Write what your neighbours should know."))
    if len(words) > rules.LONGEST_WORDS:
        raise DomainError(_("This is longer than 1000 characters. Make it shorter."))
    rules.check_period(first, last, timezone.localdate(timezone=group.tz))
    note.words = words
    note.starts_at, note.ends_at = rules.period(first, last, group.tz)
    if note.state == State.PUBLISHED:
        note.starts_at = max(note.starts_at, timezone.now())
    count_words(group, shown, words)


def _end(note: InfoNote, possible: Iterable[str], state: str, action: str, by: Person) -> InfoNote:
    kept = _locked(note)
    if kept.state == state:
        return kept
    if kept.state not in possible:
        raise DomainError(_("This was decided already. Open the page again to see how it stands."))
    now = timezone.now()
    kept.state, kept.starts_at, kept.ends_at = state, min(kept.starts_at, now), min(kept.ends_at, now)
    kept.save(update_fields=["state", "starts_at", "ends_at"])
    record(action, kept.pk, by=by, group=kept.group_id)
    return kept


def _locked(note: InfoNote) -> InfoNote:
    return InfoNote.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=note.pk)
