# SPDX-License-Identifier: EUPL-1.2
"""Every nasty string in every field: a sentence or an answer, never a broken page."""

import pytest
from django.urls import reverse
from django.utils import timezone

from buurtwacht.testing.nasty import nasty_strings


@pytest.mark.parametrize("field", ["street", "house_number", "postcode", "town", "moves_on", "groep"])
def test_in_the_form_for_moving(cast, login, field):
    client = login(cast.bram)
    good = {"street": "Xyzzy", "house_number": "3", "postcode": "6711 AB", "town": "Ede"}

    for words in nasty_strings()[::5]:
        day = {"moves_on": timezone.localdate().isoformat()}
        assert client.post(reverse("move"), good | day | {field: words}).status_code in (200, 302, 400, 404), repr(
            words
        )


def test_as_a_reason_to_leave(cast, login):
    client = login(cast.bram)

    answers = {
        client.post(reverse("leave", args=[cast.group.slug]), {"reason": words}).status_code
        for words in nasty_strings()[::5]
        if words
    }

    assert answers == {400}


def test_as_a_link_to_stay(cast, client):
    answers = {
        client.get(reverse("renew", args=[words])).status_code
        for words in ("x", "%00", "é" * 60, "A" * 43, "20260101." + "A" * 43, "20269999.x")
    }

    assert answers == {404}
