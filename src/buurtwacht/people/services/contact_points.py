# SPDX-License-Identifier: EUPL-1.2
"""Ways to reach somebody: added, proven, switched off, forgotten."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import ContactPoint, Person

MAIL = "email"
PUSH = "webpush"
A_TEST_TAKES = timedelta(minutes=5)  # what is shown later was something else
SEEN_AGAIN_AFTER = timedelta(days=1)  # finer than a day nobody needs to know


@transaction.atomic
def add_contact_point(
    person: Person, channel: str, address: str, *, label: str = "", verified: bool = False, by: Person | None = None
) -> ContactPoint:
    """A way to reach this person. Adding it twice leaves one.

    An address belongs to one person: proof (`verified`) takes it over from somebody who had it before, a mere claim
    does not. Raises `DomainError` for an unknown channel, an address that is no address, or one that is taken.
    """
    address = normalised(channel, address)
    known = ContactPoint.objects.select_for_update().filter(
        channel=channel, fingerprint=fingerprint(address, f"contact:{channel}")
    )
    point = known.first()
    if point and point.person_id != person.pk:
        if not verified:
            raise DomainError(_("This address cannot be added. Check it, or use another one."))
        # What somebody else chose, proved, was told or was telling here does not pass to who has the address now.
        forget_contact_point(point, by=by or person)
        point = None
    point = point or ContactPoint(channel=channel, address=address, person=person)
    point.label = label[:80] or point.label
    point.verified_at = timezone.now() if verified else point.verified_at
    point.is_on, point.gone_at, point.stopped_at = True, None, None
    point.save()
    record("contact_point.added", point.pk, by=by or person, person=person.pk, channel=channel, verified=verified)
    return point


@transaction.atomic
def subscribe_push(
    person: Person, subscription: str, *, label: str = "", session_key: str | None = None
) -> ContactPoint:
    """Let this browser take alerts. `subscription` is what the browser gave, as JSON.

    It is tied to the sign-in on the same device, so that signing out there ends it too.
    """
    point = add_contact_point(person, PUSH, subscription, label=label, verified=True)
    point.session = UserSession.objects.filter(user=person, session_key=session_key).first() if session_key else None
    point.last_seen_at = timezone.now()
    point.save(update_fields=["session", "last_seen_at"])
    return point


@transaction.atomic
def confirm_address(person: Person, email: str) -> None:
    """Somebody proved to read this mail: it may be used to sign in, and to reach them."""
    if email != person.email:
        return
    if not EmailAddress.objects.filter(user=person, email=email, verified=True, primary=True).exists():
        EmailAddress.objects.update_or_create(user=person, email=email, defaults={"verified": True, "primary": True})
    if MAIL not in channels():
        return
    theirs = ContactPoint.objects.filter(person=person, channel=MAIL)
    mark = fingerprint(channels()[MAIL].normalise(email), f"contact:{MAIL}")
    if not theirs.filter(fingerprint=mark, verified_at__isnull=False).exists():
        add_contact_point(person, MAIL, email, verified=True)
        theirs.exclude(fingerprint=mark).delete()


@transaction.atomic
def switch_contact_point(contact_point: ContactPoint, *, on: bool, by: Person | None = None) -> ContactPoint:
    """Use this way, or leave it unused without forgetting it."""
    contact_point.is_on = on
    if on and contact_point.stopped_at:  # they said STOP there: that they want it again is said here
        contact_point.agreed_at, contact_point.agreed_how = timezone.now(), ContactPoint.Agreed.PAGE
        contact_point.stopped_at = None
    contact_point.save(update_fields=["is_on", "agreed_at", "agreed_how", "stopped_at"])
    record("contact_point.switched", contact_point.pk, by=by, person=contact_point.person_id, on=on)
    return contact_point


@transaction.atomic
def forget_contact_point(contact_point: ContactPoint, *, by: Person | None = None) -> None:
    """This way to reach somebody is no longer kept."""
    record(
        "contact_point.forgotten",
        contact_point.pk,
        by=by,
        person=contact_point.person_id,
        channel=contact_point.channel,
    )
    contact_point.delete()


@transaction.atomic
def mark_gone(contact_point_ids: Iterable[UUID]) -> int:
    """The other side says that these addresses do not exist any more. Returns how many that was new for.

    They stay in the owner's list for a while, so that somebody sees that a phone has stopped working.
    """
    gone = ContactPoint.objects.select_for_update().filter(pk__in=list(contact_point_ids), gone_at=None)
    points = list(gone.values_list("pk", "person_id", "channel"))
    ContactPoint.objects.filter(pk__in=[pk for pk, _person, _channel in points]).update(gone_at=timezone.now())
    for pk, person_id, channel in points:
        record("contact_point.gone", pk, person=person_id, channel=channel)
    return len(points)


@transaction.atomic
def record_seen(contact_point_ids: Iterable[UUID], at: datetime | None = None) -> int:
    """These devices gave a sign of life. Returns how many had not done so for a day; the others stay as they are."""
    at = at or timezone.now()
    silent = Q(last_seen_at=None) | Q(last_seen_at__lt=at - SEEN_AGAIN_AFTER)
    points = list(ContactPoint.objects.select_for_update().filter(silent, pk__in=list(contact_point_ids)))
    ContactPoint.objects.filter(pk__in=[point.pk for point in points]).update(last_seen_at=at)
    for point in points:
        record("contact_point.seen", point.pk, person=point.person_id)
    return len(points)


@transaction.atomic
def record_shown(shown: Mapping[UUID, datetime]) -> int:
    """Something was shown on these devices, which proves that they work. Returns for how many that was news.

    News is the answer to a test that its owner asked for, and otherwise the first time in a day.
    """
    if not shown:
        return 0
    answers_a_test = Q(person__test_asked_at__isnull=False, proven_at__lt=F("person__test_asked_at"))
    stale = Q(proven_at=None) | Q(proven_at__lt=timezone.now() - SEEN_AGAIN_AFTER) | answers_a_test
    news = list(ContactPoint.objects.filter(stale, pk__in=list(shown)).values_list("pk", flat=True))
    for contact_point_id in news:
        record_proof(contact_point_id, at=shown[contact_point_id])
    return len(news)


@transaction.atomic
def record_proof(contact_point_id: UUID, *, at: datetime | None = None) -> None:
    """Something was shown on this device. Where its owner asked for a test, the time that it took is kept too."""
    at = at or timezone.now()
    point = ContactPoint.objects.select_for_update().select_related("person").filter(pk=contact_point_id).first()
    if point is None:
        return
    asked_at = point.person.test_asked_at
    if asked_at and at - asked_at < A_TEST_TAKES and (point.proven_at is None or point.proven_at < asked_at):
        point.proof_seconds = max(0.0, (at - asked_at).total_seconds())
    point.proven_at = at
    point.save(update_fields=["proven_at", "proof_seconds"])
    record("contact_point.proven", point.pk, person=point.person_id)


def normalised(channel: str, address: str) -> str:
    """The address in its one spelling. Raises `DomainError` when it is none, or when there is no such channel."""
    known = channels().get(channel)
    if known is None:
        raise DomainError(_("We cannot reach anybody in this way here. Choose another way."))
    return known.normalise(address)
