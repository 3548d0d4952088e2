# SPDX-License-Identifier: EUPL-1.2
"""What is kept about who was told what: ids and times, never words."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from .ids import first_id_at
from .models import ChannelState, Delivery, Incoming, Intent, KnownEvent
from .partitions import drop_partitions
from .remembering.models import ChannelTrouble, TalkWindow

TOLD_AGAIN_FOR = timedelta(days=8)  # WhatsApp hands us the same thing for up to seven days, others for less
WINDOW_KEPT_FOR = timedelta(days=2)  # WhatsApp's windows are of a day
TROUBLE_KEPT_FOR = timedelta(days=30)
KEPT_FOR = timedelta(days=120)  # a quarter and a month: the figures of a quarter are made from it


def export_deliveries(person_id: UUID) -> list[dict[str, Any]]:
    recent = Delivery.objects.filter(person_id=person_id, id__gte=first_id_at(timezone.now() - KEPT_FOR))
    fields = ("channel", "state", "created_at", "handed_over_at", "shown_at", "seen_at")
    return [dict(zip(fields, row, strict=True)) for row in recent.order_by("id").values_list(*fields)]


def erase_deliveries(person_id: UUID) -> int:
    """Whoever leaves nothing behind was not told anything either; the counts of a report lose one."""
    return Delivery.objects.filter(person_id=person_id).delete()[0]


def forget_deliveries(now: datetime) -> int:
    """Whole months are dropped; what lies in the default partition goes row by row."""
    dropped = drop_partitions(now - KEPT_FOR)
    return len(dropped) + Delivery.objects.filter(id__lt=first_id_at(now - KEPT_FOR)).delete()[0]


def forget_intents(now: datetime) -> int:
    return Intent.objects.filter(done_at__lt=now - KEPT_FOR).delete()[0]


def forget_incoming(now: datetime) -> int:
    """What nobody could read in eight days, nobody ever will."""
    return Incoming.objects.filter(at__lt=now - TOLD_AGAIN_FOR).delete()[0]


def forget_channel_states(now: datetime) -> int:
    return ChannelState.objects.filter(at__lt=now - timedelta(days=1)).delete()[0]


def forget_known_events(now: datetime) -> int:
    return KnownEvent.objects.filter(at__lt=now - TOLD_AGAIN_FOR).delete()[0]


def forget_windows(now: datetime) -> int:
    """And with them troubles of accounts that nobody reported for a month: they name nobody, but they pile up."""
    ChannelTrouble.objects.filter(last_at__lt=now - TROUBLE_KEPT_FOR).delete()
    return TalkWindow.objects.filter(at__lt=now - WINDOW_KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="delivery.Incoming",
        what=_("A message that came in by text message, WhatsApp, mail or another channel, until it is read."),
        why=_("So that nothing gets lost when a computer fails. It is read within seconds, and then erased here."),
        kept_for=TOLD_AGAIN_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_incoming,
    ),
    Declaration(
        model="delivery.ChannelState",
        what=_("How each channel does on each computer. It names nobody."),
        why=_("So that the operator sees when a channel is in trouble."),
        kept_for=timedelta(days=1),
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_channel_states,
    ),
    Declaration(
        model="delivery.KnownEvent",
        what=_("That a message came in, as a mark that cannot be read. It names nobody."),
        why=_("Providers tell us the same thing more than once."),
        kept_for=TOLD_AGAIN_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_known_events,
    ),
    Declaration(
        model="delivery.Delivery",
        what=_("Which message went to which of your devices, and when it was shown and seen. Not its words."),
        why=_("To try again when something went wrong, and to know how many neighbours an alert reached."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        export=export_deliveries,
        erase=erase_deliveries,
        forget=forget_deliveries,
    ),
    Declaration(
        model="delivery.Intent",
        what=_("That something was to be told, and when. It names nobody."),
        why=_("So that no alert gets lost when a computer fails."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_intents,
    ),
    Declaration(
        model="delivery.TalkWindow",
        what=_("When an address last wrote to us or was written to, as a mark that cannot be read. It names nobody."),
        why=_("WhatsApp allows free messages only for a day, and limits to how many people one may write first."),
        kept_for=WINDOW_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_windows,
    ),
)
