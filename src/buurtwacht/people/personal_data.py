# SPDX-License-Identifier: EUPL-1.2
"""What is kept about persons, the ways to reach them, and how they sign in."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.journal.models import Line
from buurtwacht.privacy.declare import Basis, Declaration, declare

from .device_names import device_name
from .models import Attempt, Connecting, ContactPoint, Person
from .services import forget_contact_point, sign_in_again_everywhere

Rows = list[dict[str, Any]]
JOURNAL_KEPT_FOR = timedelta(days=365)  # requirements 4.3: one year, no message content
GONE_FOR = timedelta(days=30)  # how long somebody sees that a device no longer works


def export_person(person_id: UUID) -> Rows:
    return [
        {
            "first_name": person.first_name,
            "family_name": person.family_name,
            "email": person.email,
            "language": person.language,
            "lock_screen": person.lock_screen,
            "quiet_from": person.quiet_from,
            "quiet_until": person.quiet_until,
            "news": person.news,
            "repeats": person.repeats,
            "info": person.info,
            "created_at": person.created_at,
            "last_login": person.last_login,
            "test_asked_at": person.test_asked_at,
        }
        for person in Person.objects.filter(pk=person_id)
    ]


def erase_shell(person_id: UUID) -> int:
    """Leave an empty shell: its id keeps old journal lines apart, and tells nothing."""
    return Person.objects.filter(pk=person_id).update(
        email=f"{person_id}@erased.invalid",
        first_name="",
        family_name="",
        language="nl",
        lock_screen=Person.LockScreen.SHORT,
        quiet_from=None,
        quiet_until=None,
        news=Person.News.ALARMS,
        repeats=False,
        info=Person.Info.NONE,
        test_asked_at=None,
        last_login=None,
        is_active=False,
        erased_at=timezone.now(),
    )


def export_contact_points(person_id: UUID) -> Rows:
    points = ContactPoint.objects.filter(person_id=person_id).order_by("created_at", "pk")
    return [
        {
            "channel": point.channel,
            "address": point.address,
            "other_address": point.other_address,
            "label": point.label,
            "is_on": point.is_on,
            "step": point.step,
            "verified_at": point.verified_at,
            "agreed_at": point.agreed_at,
            "agreed_how": point.agreed_how,
            "stopped_at": point.stopped_at,
            "created_at": point.created_at,
            "last_seen_at": point.last_seen_at,
            "proven_at": point.proven_at,
            "gone_at": point.gone_at,
        }
        for point in points
    ]


def erase_contact_points(person_id: UUID) -> int:
    points = list(ContactPoint.objects.filter(person_id=person_id))
    for point in points:
        forget_contact_point(point)
    return len(points)


def forget_contact_points(now: datetime) -> int:
    return ContactPoint.objects.filter(gone_at__lt=now - GONE_FOR).delete()[0]


def export_connecting(person_id: UUID) -> Rows:
    waiting = Connecting.objects.filter(person_id=person_id).order_by("created_at", "pk")
    return [
        {"channel": one.channel, "address": one.address, "created_at": one.created_at, "expires_at": one.expires_at}
        for one in waiting
    ]


def erase_connecting(person_id: UUID) -> int:
    return Connecting.objects.filter(person_id=person_id).delete()[0]


def forget_connecting(now: datetime) -> int:
    return Connecting.objects.filter(expires_at__lt=now).delete()[0]


def export_sign_ins(person_id: UUID) -> Rows:
    sessions = UserSession.objects.filter(user_id=person_id).order_by("created_at", "pk")
    return [
        {
            "device": device_name(session.user_agent),
            "user_agent": session.user_agent,
            "ip": session.ip,
            "created_at": session.created_at,
            "last_seen_at": session.last_seen_at,
        }
        for session in sessions
    ]


def erase_sign_ins(person_id: UUID) -> int:
    return sign_in_again_everywhere(Person.objects.get(pk=person_id))


def forget_sign_ins(now: datetime) -> int:
    """Sessions that have run out, and what was noted about them."""
    ended = Session.objects.filter(expire_date__lt=now).delete()[0]
    open_keys = Session.objects.values("session_key")
    noted: int = UserSession.objects.exclude(session_key__in=open_keys).delete()[0]
    return ended + noted


def forget_attempts(now: datetime) -> int:
    """Counts of attempts to sign in whose time is over."""
    return Attempt.objects.filter(expires__lt=now).delete()[0]


def export_addresses(person_id: UUID) -> Rows:
    addresses = EmailAddress.objects.filter(user_id=person_id)
    return [{"email": one.email, "is_verified": one.verified, "is_primary": one.primary} for one in addresses]


def erase_addresses(person_id: UUID) -> int:
    deleted: int = EmailAddress.objects.filter(user_id=person_id).delete()[0]
    return deleted


def export_authenticators(person_id: UUID) -> Rows:
    """What there is, never the secrets themselves."""
    keys = Authenticator.objects.filter(user_id=person_id).order_by("created_at", "pk")
    return [
        {"kind": key.type, "name": str(key), "created_at": key.created_at, "last_used_at": key.last_used_at}
        for key in keys
    ]


def erase_authenticators(person_id: UUID) -> int:
    deleted: int = Authenticator.objects.filter(user_id=person_id).delete()[0]
    return deleted


def forget_journal(now: datetime) -> int:
    """Lines that were handled, after a year. What still waits for its handlers stays."""
    old = Line.objects.filter(at__lt=now - JOURNAL_KEPT_FOR, handled_at__isnull=False)
    return old.delete()[0]


declare(
    Declaration(
        model="journal.Line",
        what=_("Who did what to what, and when: ids and field names, no text."),
        why=_("To show afterwards what was done, and to make it happen."),
        kept_for=JOURNAL_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_journal,
    ),
    Declaration(
        model="people.Person",
        what=_("Your name, your mail address, your language and your choices about alerts."),
        why=_("To let you sign in, and to speak to you as you wish."),
        kept_for=None,
        basis=Basis.AGREEMENT,
        labels={
            "first_name": _("First name"),
            "family_name": _("Family name"),
            "email": _("E-mail address"),
            "created_at": _("Since"),
            "last_login": _("Last signed in"),
        },
        export=export_person,
        erase=erase_shell,
    ),
    Declaration(
        model="people.ContactPoint",
        what=_("Addresses at which we can reach you: mail, phone numbers, and the devices and apps that take alerts."),
        why=_("To warn you. Neighbours never see them."),
        kept_for=GONE_FOR,
        basis=Basis.AGREEMENT,
        labels={
            "channel": _("Way"),
            "label": _("Device"),
            "created_at": _("Since"),
            "agreed_at": _("You agreed"),
            "proven_at": _("Last shown"),
        },
        export=export_contact_points,
        erase=erase_contact_points,
        forget=forget_contact_points,
    ),
    Declaration(
        model="people.Connecting",
        what=_("That you are connecting a channel, and the address that you gave. The code is made unreadable."),
        why=_("So that a message with that code is known to come from you."),
        kept_for=timedelta(days=1),
        basis=Basis.AGREEMENT,
        labels={"channel": _("Way"), "created_at": _("Since")},
        export=export_connecting,
        erase=erase_connecting,
        forget=forget_connecting,
    ),
    Declaration(
        model="usersessions.UserSession",
        what=_("Where you are signed in: device, network address and time."),
        why=_("So that you stay signed in, and can sign out a device that you lost."),
        kept_for=timedelta(days=60),
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"device": _("Device"), "ip": _("Network address"), "last_seen_at": _("Last used")},
        export=export_sign_ins,
        erase=erase_sign_ins,
        forget=forget_sign_ins,
    ),
    Declaration(
        model="people.Attempt",
        what=_("How often somebody tried to sign in, by network address and by a mail address made unreadable."),
        why=_("So that nobody can guess codes."),
        kept_for=timedelta(days=1),
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_attempts,
    ),
    Declaration(
        model="account.EmailAddress",
        what=_("The mail address with which you sign in, and whether you proved that it is yours."),
        why=_("To send you a code when you sign in."),
        kept_for=None,
        basis=Basis.AGREEMENT,
        labels={"email": _("E-mail address")},
        export=export_addresses,
        erase=erase_addresses,
    ),
    Declaration(
        model="mfa.Authenticator",
        what=_("Your passkeys, your code app and your spare codes. The secrets are encrypted."),
        why=_("So that nobody else can sign in as you."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"name": _("Name"), "created_at": _("Since"), "last_used_at": _("Last used")},
        export=export_authenticators,
        erase=erase_authenticators,
    ),
)
