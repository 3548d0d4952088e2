# SPDX-License-Identifier: EUPL-1.2
"""The same as `channels.notebook.Notebook`, for all processes together."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from buurtwacht.channels.notebook import Notebook, Trouble
from buurtwacht.lib.crypto import fingerprint

from .models import ChannelTrouble, TalkWindow

DAY = timedelta(hours=24)
_COUNTING = 7_302_114  # whoever counts new people waits for whoever is counting


class DatabaseNotebook(Notebook):
    def last_heard(self, kind: str, addresses: Collection[str]) -> dict[str, datetime]:
        marks = _marks(kind, addresses)
        found = TalkWindow.objects.filter(channel=kind, mark__in=marks.values(), heard_at__isnull=False)
        known = {mark: at for mark, at in found.values_list("mark", "heard_at") if at}
        return {one: known[mark] for one, mark in marks.items() if mark in known}

    def note_heard(self, kind: str, addresses: Iterable[str], at: datetime) -> None:
        for mark in sorted(_marks(kind, addresses).values()):
            window, _ = TalkWindow.objects.get_or_create(channel=kind, mark=mark, defaults={"heard_at": at})
            older = Q(heard_at=None) | Q(heard_at__lt=at)
            TalkWindow.objects.filter(older, pk=window.pk).update(heard_at=at, at=timezone.now())

    def note_silent(self, kind: str, address: str) -> None:
        [mark] = _marks(kind, [address]).values()
        TalkWindow.objects.filter(channel=kind, mark=mark).update(heard_at=None)

    @transaction.atomic
    def begin(self, kind: str, addresses: Collection[str], *, most: int, now: datetime) -> dict[str, bool]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_COUNTING])
        marks = _marks(kind, addresses)
        counted = _counted(kind, now - DAY, marks.values())
        room = max(most - self.begun_since(kind, now - DAY), 0)
        fresh = [one for one, mark in marks.items() if mark not in counted][:room]
        TalkWindow.objects.bulk_create(
            [TalkWindow(channel=kind, mark=marks[one], begun_at=now, at=now) for one in fresh],
            update_conflicts=True,
            unique_fields=["channel", "mark"],
            update_fields=["begun_at", "at"],
        )
        return {one: False for one, mark in marks.items() if mark in counted} | dict.fromkeys(fresh, True)

    def take_back(self, kind: str, addresses: Iterable[str]) -> None:
        TalkWindow.objects.filter(channel=kind, mark__in=_marks(kind, addresses).values()).update(begun_at=None)

    def begun_since(self, kind: str, since: datetime) -> int:
        return TalkWindow.objects.filter(channel=kind, begun_at__gt=since).count()

    def note_trouble(self, kind: str, trouble: Trouble) -> None:
        known = ChannelTrouble.objects.filter(channel=kind, about=trouble.about[:80])
        if trouble.code:
            known = known.filter(code=trouble.code[:40])
        if trouble.is_over:
            known.delete()
        elif not known.update(last_at=timezone.now()):
            ChannelTrouble.objects.get_or_create(channel=kind, code=trouble.code[:40], about=trouble.about[:80])


def troubles(kind: str = "") -> list[ChannelTrouble]:
    """What operators must look at, newest first; of one channel, or of all."""
    found = ChannelTrouble.objects.filter(channel=kind) if kind else ChannelTrouble.objects.all()
    return list(found.order_by("-last_at", "-pk"))


def _counted(kind: str, since: datetime, marks: Collection[str]) -> set[str]:
    found = TalkWindow.objects.filter(channel=kind, mark__in=marks, begun_at__gt=since)
    return set(found.values_list("mark", flat=True))


def _marks(kind: str, addresses: Iterable[str]) -> dict[str, str]:
    return {one: fingerprint(one, f"window:{kind}") for one in addresses}
