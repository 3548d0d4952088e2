# SPDX-License-Identifier: EUPL-1.2
"""Codes cost money, and whoever asks for one need not be anybody yet: a month has a ceiling for all of them together.

A ceiling of their own: who asks for codes again and again must not use up what other messages may cost.
"""

from datetime import date, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message
from buurtwacht.channels.registry import channels
from buurtwacht.lib.clock import day
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.limits import may_text
from buurtwacht.people.models import CodeCost
from buurtwacht.people.queries.codes import this_month

log = structlog.get_logger(__name__)


@transaction.atomic
def claim_code(channel: str, address: str, asker: UUID) -> None:
    """Count one code more to this address, asked for by this application or person, and what it costs.

    Raises `DomainError` with what to do instead: this month's money is spent, or too many codes went there. Then
    nothing is counted. A code that is asked for counts, whether it arrives or not.
    """
    if not _is_paid_for(channel, address):
        log.warning("people.codes_ceiling_reached", channel=channel)
        words = _(
            "No more codes can be sent this month; from %(day)s on they can. We reach you by mail and on this site."
        )
        raise DomainError(words % {"day": day(_next_month())})
    if not may_text(address, asker):
        raise DomainError(_("Too many codes were sent to this number. Wait an hour and try again."))


def _is_paid_for(channel: str, address: str) -> bool:
    """Count the price of one code. False when the ceiling was reached before. Without a known price all is free."""
    one = Message(title="Buurtwacht", body="123456", url="", said=True)
    price = channels()[channel].price(one, address)
    most: int = settings.CODES_CEILING
    if not price or not most:
        return True
    now = this_month()
    CodeCost.objects.get_or_create(month=now, channel=channel)
    rows = list(CodeCost.objects.select_for_update().filter(month=now).order_by("channel"))
    if sum(row.cost for row in rows) >= most:
        return False
    CodeCost.objects.filter(month=now, channel=channel).update(cost=F("cost") + price)
    return True


def _next_month() -> date:
    """The day on which the counting begins anew."""
    return (this_month() + timedelta(days=32)).replace(day=1)
