# SPDX-License-Identifier: EUPL-1.2
"""What went to the police about somebody, when and to whom: for that person to read (R074)."""

from dataclasses import dataclass
from datetime import datetime

from buurtwacht.enrolment.models import Application, Vetting
from buurtwacht.journal.queries import lines_about


@dataclass(frozen=True, slots=True)
class Transfer:
    """The way of somebody's data through the police desk."""

    sent_at: datetime
    to: str
    with_number: bool
    opened_at: tuple[datetime, ...]
    decided_at: datetime | None
    number_erased_at: datetime | None


def transfer_of(application: Application) -> Transfer | None:
    """None when nothing went to the police."""
    vetting = Vetting.objects.filter(application=application).first()
    if vetting is None:
        return None
    lines = list(lines_about([vetting.pk]).filter(action__in=["vetting.sent", "vetting.opened"]).order_by("at", "pk"))
    sent = [line for line in lines if line.action == "vetting.sent"]
    return Transfer(
        sent_at=sent[-1].at if sent else vetting.asked_at,
        to=application.group.organisation.police_name,
        with_number=any("number" in str(line.facts.get("fields", "")) for line in sent),
        opened_at=tuple(line.at for line in lines if line.action == "vetting.opened"),
        decided_at=vetting.decided_at,
        number_erased_at=vetting.number_erased_at,
    )
