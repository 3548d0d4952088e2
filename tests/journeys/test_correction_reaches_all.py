# SPDX-License-Identifier: EUPL-1.2
"""A message is hidden: everybody who was told it hears that, on the channel on which they were told, and only once."""

import pytest
from tests.journeys.test_five_channels import (
    in_the_end,
    mail,
    matrix,
    said,
    sms,
    street,
    telegram,
    whatsapp,
    work,
)

from buurtwacht.people.services import begin_connecting
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.services import hide_entry

__all__ = ["mail", "matrix", "sms", "street", "telegram", "whatsapp"]

pytestmark = pytest.mark.peer

HIDDEN = "bericht is verborgen"


def test_a_correction_reaches_all_who_saw_the_original(street, cast):
    for person, phone, kind in (
        (cast.bram, street.bram, "whatsapp"),
        (cast.anna, street.anna, "sms"),
        (cast.farid, street.farid, "telegram"),
    ):
        code = begin_connecting(person, kind).code
        street.farid.user.chat.began = True
        assert person.first_name in said(phone, code), kind
    said(street.bram, "112 gebeld, man voelt aan deuren Merelweg 12, donkere jas")
    said(street.bram, "1")
    report = Report.objects.get()
    street.chantal.joins()
    for phone in (street.anna, street.gerrit, street.farid, street.chantal):
        assert "voelt aan deuren" in phone.hears()

    # Gerrit adds something by mail, and all the others hear where it goes.
    said(street.gerrit, "Ik zie hem ook, hij loopt richting het park")
    entry = report.entries.get(kind=Entry.Kind.SIGHTING)
    others = {"bram": street.bram, "anna": street.anna, "farid": street.farid, "chantal": street.chantal}
    for name, phone in others.items():
        assert "park" in in_the_end(phone, "park"), name

    # The coordinator hides it: it was not true.
    hide_entry(entry, by=cast.anna, reason="untrue")
    work()
    for name, phone in others.items():
        heard = in_the_end(phone, HIDDEN)
        assert heard.lower().count(HIDDEN) == 1, name
        assert "park" not in heard, name

    # Who wrote it reads that theirs was hidden, and not what the others read.
    own = in_the_end(street.gerrit, "bericht van u")
    assert "bericht van u" in own.lower()
    assert HIDDEN not in own.lower()
    work()
    assert not any(HIDDEN in phone.hears().lower() for phone in others.values())
