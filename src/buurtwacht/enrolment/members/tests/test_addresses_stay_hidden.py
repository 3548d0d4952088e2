# SPDX-License-Identifier: EUPL-1.2
"""At which address a member is reached on a channel is between that member and the program."""

import pytest
from django.utils import timezone

from buurtwacht.groups.queries import membership_in
from buurtwacht.people.models import ContactPoint

LIST = "/bureau/vogelbuurt/leden/"
HIDDEN = {
    "telegram": "700123456",
    "whatsapp": "31687654321",
    "voice": "+31318123456",
    "matrix": "@geheim:voorbeeld.example",
}


@pytest.mark.parametrize("page", ["", "bestand/", "op-papier/", "{one}/"])
def test_a_coordinator_sees_that_a_way_works_and_not_the_address(signed, login, page):
    for channel, address in HIDDEN.items():
        ContactPoint.objects.create(
            person=signed.bram,
            channel=channel,
            address=address,
            other_address=f"x{address}",
            verified_at=timezone.now(),
        )
    one = membership_in(signed.bram, signed.group).pk
    answer = login(signed.anna).get(f"{LIST}{page.format(one=one)}")
    assert answer.status_code == 200
    shown = answer.getvalue()
    for address in (*HIDDEN.values(), "06 87654321", "0318 123 456"):
        assert address.encode() not in shown
