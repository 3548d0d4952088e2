# SPDX-License-Identifier: EUPL-1.2
"""Who agreed to what, and whether that still holds."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from buurtwacht.enrolment.models import Acceptance, AgreedText, Application, RuleEdition
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of, memberships_of
from buurtwacht.people.models import Person

from .changes import Change, differences
from .rules import lasting_kinds
from .texts import Kind, Point, Text, edition_of, text_for
from .texts.own import OwnRules, from_edition, own_rules_of


def acceptances_now(person: Person, group: WatchGroup) -> QuerySet[Acceptance]:
    """What this person agreed to in the group, as far as nothing newer took its place. Newest first."""
    return Acceptance.objects.filter(person=person, group=group, ended_at=None).order_by("-at", "-pk")


def has_signed_confidentiality(person: Person, group: WatchGroup) -> bool:
    """Did this person sign the agreement to keep things private, in the version that holds now? (R045)"""
    signed = acceptances_now(person, group).filter(kind=Kind.CONFIDENTIALITY)
    return signed.filter(text=text_for(Kind.CONFIDENTIALITY, group).id).exists()


def has_accepted_current(membership: Membership) -> bool:
    """Did this member agree to everything that holds in the group now?"""
    return not due_kinds(membership)


def due_kinds(membership: Membership) -> tuple[str, ...]:
    """The texts that this member still has to agree to, or once more because they changed (R038, F49)."""
    group = membership.group
    mine = Acceptance.objects.filter(person=membership.person_id, group=group, ended_at=None)
    agreed = {
        kind: set(mine.filter(kind=kind).values_list("digest", flat=True)) for kind in lasting_kinds(group.policy)
    }
    return tuple(kind for kind, digests in agreed.items() if digests.isdisjoint(digests_that_hold(kind, group)))


def digests_that_hold(kind: str, group: WatchGroup, own: OwnRules | None = None) -> set[str]:
    """Of the texts that people in this group agreed to, those that say what holds now, or would hold with `own`.

    A text of another version does not. One that differs only in how the group is run, or in which order its own rules
    stand, does.
    """
    own = own_rules_of(group) if own is None else own
    given = Acceptance.objects.filter(group=group, kind=kind, ended_at=None).values("digest").distinct()
    return {kept.digest for kept in AgreedText.objects.filter(digest__in=given) if _holds(kept, kind, group, own)}


def _holds(kept: AgreedText, kind: str, group: WatchGroup, own: OwnRules) -> bool:
    before = _points(kept)
    now = text_for(kind, group, kept.language, own=own, read=before)
    return _core(kept) == now.core and all(change.is_minor for change in differences(before, now.points))


def _core(kept: AgreedText) -> str:
    return kept.text.partition(".")[0]


def due_acceptances(person: Person) -> list[tuple[Membership, tuple[str, ...]]]:
    """The groups of this person in which something waits for a yes, each with the kinds of text."""
    found = [(membership, due_kinds(membership)) for membership in memberships_of(person)]
    return [(membership, kinds) for membership, kinds in found if kinds]


def groups_that_changed(person: Person, memberships: Iterable[Membership]) -> tuple[WatchGroup, ...]:
    """Of these groups of this person, those in which something reads differently since they agreed."""
    agreed = set(Acceptance.objects.filter(person_id=person.pk, ended_at=None).values_list("group", flat=True))
    mine = [membership for membership in memberships if membership.group_id in agreed]
    return tuple(membership.group for membership in mine if _agreed_to_less(membership))


def _agreed_to_less(membership: Membership) -> bool:
    given = acceptances_now(membership.person, membership.group)
    return any(given.filter(kind=kind).exists() for kind in due_kinds(membership))


def members_who_accepted(group: WatchGroup) -> tuple[int, int]:
    """How many members agreed to all that holds now, and how many members there are."""
    members = members_of(group)
    accepted = members
    for kind in lasting_kinds(group.policy):
        agreed = Acceptance.objects.filter(
            group=group, kind=kind, ended_at=None, digest__in=digests_that_hold(kind, group)
        )
        accepted = accepted.filter(person__in=agreed.values("person"))
    return accepted.count(), members.count()


def members_to_ask_again(group: WatchGroup, own: OwnRules | None = None) -> QuerySet[Membership, UUID]:
    """The persons in the group who agreed to something that reads differently now, or would with these own rules."""
    changed = Q(pk__in=[])
    for kind in lasting_kinds(group.policy):
        now = Q(kind=kind, digest__in=digests_that_hold(kind, group, own))
        agreed = Acceptance.objects.filter(group=group, ended_at=None)
        before = agreed.filter(kind=kind).exclude(now).values("person")
        changed |= Q(person__in=before) & ~Q(person__in=agreed.filter(now).values("person"))
    return members_of(group).filter(changed).values_list("person_id", flat=True)


def latest(person: Person, group: WatchGroup, kind: str) -> Acceptance | None:
    """The last yes of this person to a text of this kind, as far as it has not ended."""
    return acceptances_now(person, group).filter(kind=kind).first()


def papers_of(person: Person) -> QuerySet[Acceptance]:
    """All that this person agreed to and that we still have, newest first."""
    return Acceptance.objects.filter(person=person).select_related("group__organisation").order_by("-at", "-pk")


def papers_in(person: Person, group: WatchGroup) -> QuerySet[Acceptance]:
    """All that this person agreed to in one group, newest first."""
    return papers_of(person).filter(group=group)


def points_agreed_before(person: Person, group: WatchGroup, kind: str) -> tuple[Point, ...]:
    """What this person agreed to last, as it read then; nothing for somebody who never did."""
    last = latest(person, group, kind)
    kept = AgreedText.objects.filter(pk=last.digest).first() if last else None
    return _points(kept) if kept else ()


def changes_for(person: Person, group: WatchGroup, kind: str) -> list[Change]:
    """Between what this person agreed to last and what holds now. Nothing for who never agreed to anything."""
    before = points_agreed_before(person, group, kind)
    return differences(before, text_for(kind, group, read=before).points) if before else []


def signed_in(application: Application) -> list[Acceptance]:
    """What was agreed to with this application, in order."""
    return list(application.acceptances.order_by("at", "pk"))


def text_of(acceptance: Acceptance) -> Text | None:
    """The text of an acceptance as it read then; None when it was not kept."""
    kept = AgreedText.objects.filter(pk=acceptance.digest).first()
    return text_from(kept, acceptance.group) if kept else None


def text_from(kept: AgreedText, group: WatchGroup) -> Text:
    """A text as it was kept, with the day on which it began in this group."""
    version, _dot, edition = kept.text.rpartition("/")[2].partition(".")
    return Text(
        id=kept.text,
        language=kept.language,
        version=int(version),
        edition=int(edition or 0),
        since=_since(group, kept.text.split("/")[1], int(edition or 0)),
        title=kept.content["title"],
        opening=kept.content["opening"],
        points=_points(kept),
        digest=kept.digest,
    )


def _since(group: WatchGroup, kind: str, edition: int) -> date:
    """The day of the version that was agreed to: of the rules of the source, or of what the group added later."""
    _version, since = edition_of(group.preset, kind)
    added = RuleEdition.objects.filter(group=group, number=edition or None, published_at__isnull=False).first()
    return max(since, from_edition(added, group).since or since) if added else since


def _points(kept: AgreedText) -> tuple[Point, ...]:
    return tuple(Point(*point) for point in kept.content["points"])
