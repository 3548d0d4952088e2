# SPDX-License-Identifier: EUPL-1.2
"""Connecting a channel to somebody: they ask for a code here and send it from there. That they send it is their yes."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.limits import Limit
from buurtwacht.people import codes
from buurtwacht.people.models import Connecting, ContactPoint, Person, mark_of
from buurtwacht.people.queries.addresses import spelled

from .contact_points import add_contact_point, forget_contact_point

WORKS_FOR = timedelta(days=1)
HOUR = 60 * 60
WRONG_CODES = Limit("connecting", 5, HOUR)  # by address from which they come
# Who sends can be forged here, so a message proves too little to take a number away from somebody else.
FORGEABLE = frozenset({"sms", "voice", "email"})


@transaction.atomic
def begin_connecting(person: Person, channel: str) -> Connecting:
    """A new code for this person on this channel, in `code`; an older one stops working.

    Raises `DomainError` when this installation does not have the channel.
    """
    if channel not in channels():
        raise DomainError(_("We cannot reach anybody in this way here. Choose another way."))
    now, code = timezone.now(), codes.fresh()
    kept = {"code_fingerprint": _mark(channel, code), "created_at": now, "expires_at": now + WORKS_FOR}
    kept |= {"address": "", "to_send": "", "tries": 0}
    connecting, _is_new = Connecting.objects.update_or_create(person=person, channel=channel, defaults=kept)
    connecting.code = code
    record("contact_point.connecting", person.pk, by=person, channel=channel)
    return connecting


def finish_connecting(channel: str, code: str, address: str, other: str = "") -> ContactPoint:
    """This code came in from this address: it belongs to who asked for the code, who agrees to messages here.

    `code` may stand among other words. Raises `DomainError` with a sentence for who sent it: for a code that is wrong,
    too old or used before, and after too many wrong ones from one address.
    """
    whom = f"{channel}:{address}"
    if not WRONG_CODES.allows(whom):  # counted before the code is tried, and outside the transaction
        raise DomainError(_("Too many codes that were not right came from here. Wait an hour and try again."))
    try:
        point = _finish(channel, codes.code_in(code), address, other)
    except DomainError:  # the code was right, and the address is somebody else's
        WRONG_CODES.gives_back(whom)
        raise
    if point is None:
        raise DomainError(_("We do not know this code. It may be too old. Ask for a new one under “My phone”."))
    WRONG_CODES.gives_back(whom)
    return point


@transaction.atomic
def _finish(channel: str, code: str, address: str, other: str) -> ContactPoint | None:
    waiting = Connecting.objects.select_for_update(of=("self",)).select_related("person")
    connecting = waiting.filter(
        channel=channel, code_fingerprint=_mark(channel, code), expires_at__gt=timezone.now(), person__is_active=True
    ).first()
    if connecting is None:
        return None
    point = connect(connecting.person, channel, address, other, how=ContactPoint.Agreed.CODE)
    connecting.delete()
    return point


@transaction.atomic
def connect(person: Person, channel: str, address: str, other: str = "", *, how: str) -> ContactPoint:
    """This address is theirs, and they agree to messages there; `how` is one of `ContactPoint.Agreed`.

    Raises `DomainError` when it is somebody else's and what came in could have been forged, or was about another way.
    """
    is_weak = how == ContactPoint.Agreed.NUMBER or (how == ContactPoint.Agreed.CODE and channel in FORGEABLE)
    if is_weak:
        add_contact_point(person, channel, address)  # refuses what somebody else has
    point = add_contact_point(person, channel, address, verified=True)
    if other:
        _take_other(point, other)
    point.agreed_at, point.agreed_how, point.stopped_at = timezone.now(), how, None
    point.save()
    record("contact_point.connected", point.pk, by=person, person=person.pk, channel=channel, how=how)
    return point


@transaction.atomic
def move_address(channel: str, old: str, new: str, other: str = "") -> ContactPoint | None:
    """The other side says that an address has become another one. None when nobody is reached at the old one.

    Whoever was reached at the new address is not any more: it has changed hands.
    """
    known = channels().get(channel)
    marks = [mark_of(channel, spelled(channel, one)) for one in (old, new)]
    points = {
        point.fingerprint: point
        for point in ContactPoint.objects.select_for_update().filter(channel=channel, fingerprint__in=marks)
    }
    point = points.get(marks[0])
    if known is None or point is None:
        return None
    if marks[0] != marks[1] and marks[1] in points:
        forget_contact_point(points[marks[1]])
    point.address, point.gone_at = known.normalise(new), None
    if other:
        _take_other(point, other)
    point.save()
    record("contact_point.moved", point.pk, person=point.person_id, channel=channel)
    return point


def _take_other(point: ContactPoint, other: str) -> None:
    """This second name stands for this way from now on, and for no other."""
    mark = mark_of(point.channel, other)
    same = ContactPoint.objects.filter(Q(fingerprint=mark) | Q(other_fingerprint=mark), channel=point.channel)
    for old in same.exclude(pk=point.pk):
        forget_contact_point(old)
    point.other_address = other


def _mark(channel: str, code: str) -> str:
    return fingerprint(code, f"connecting:{channel}")
