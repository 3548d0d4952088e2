# SPDX-License-Identifier: EUPL-1.2
"""What became of our messages."""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from buurtwacht.channels.inbound import Notice, Progress
from buurtwacht.channels.notebook import Trouble
from buurtwacht.channels.whatsapp.addresses import from_meta, own_id_from_meta
from buurtwacht.channels.whatsapp.codes import Verdict, verdict_on

from .values import Json, dicts, moment, text

STATES: dict[str, Literal["taken", "shown", "seen", "failed"]] = {
    "sent": "taken",
    "delivered": "shown",
    "read": "seen",
    "failed": "failed",
}
AGAIN = (Verdict.LATER, Verdict.SLOWER, Verdict.CLOSED)


def progress_in(status: Json, now: datetime) -> Iterator[Progress | Notice]:
    """One piece of news for each of our messages that went together."""
    state = STATES.get(text(status, "status"))
    if state is None:
        return
    at, code = moment(status, now), _code(status)
    verdict = verdict_on(code) if state == "failed" else None
    ours = [one for one in text(status, "biz_opaque_callback_data").split(",") if one]
    for reference in ours or [""]:
        yield Progress(
            state=state,
            at=at,
            # Messages that went together share Meta's name, so only ours tells them apart.
            provider_id=text(status, "id") if len(ours) < 2 else "",
            reference=reference,
            reason=str(code) if verdict else "",
            retry=verdict in AGAIN,
        )
    if verdict is Verdict.CLOSED:
        yield Notice(silent=_reader(status), at=at)
    if verdict in (Verdict.STOPPED, Verdict.FORM, Verdict.FULL):
        yield Notice(trouble=Trouble(str(code), "account" if verdict is not Verdict.FORM else "template"), at=at)


def _code(status: Json) -> int:
    errors = dicts(status, "errors")
    code = errors[0].get("code") if errors else 0
    return code if isinstance(code, int) else 0


def _reader(status: Json) -> str:
    return from_meta(status.get("recipient_id")) or own_id_from_meta(status.get("recipient_user_id"))
