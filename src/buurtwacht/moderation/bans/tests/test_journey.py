# SPDX-License-Identifier: EUPL-1.2
"""From removal to coming back, through the pages, as Bram walks it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.enrolment.applying.tests.support import CHANTAL, code_in, last_mail
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.moderation.models import Ban
from buurtwacht.people.services import erase_person
from buurtwacht.privacy.services import forget_what_is_due

FORM, CODE = "/aanmelden/vogelbuurt/", "/aanmelden/vogelbuurt/bevestigen/"


@pytest.fixture
def walk(client):
    """Fill in the form and type the code from the mail; what stands on the page before and after."""

    def walked(**answers):
        begun = client.post(FORM, CHANTAL | answers, follow=True)
        done = client.post(CODE, {"code": code_in(last_mail())}, follow=True)
        return begun.content.decode(), done.content.decode()

    return walked


def test_who_was_removed_is_stopped_in_every_spelling_and_comes_back_on_the_day(cast, gone, walk, mailoutbox):
    stranger, _page = walk(email="ida@voorbeeld.example", phone="")
    handle_due_lines()
    begun, page = walk(email="Bram.DeVries+terug@GoogleMail.com", phone="")

    assert "U kunt niet meedoen in deze groep" in page
    for told in ("verwijderd", "uitgesloten", "uitsluiting"):
        assert told not in begun
    assert begun.count("<h1") == stranger.count("<h1")
    handle_due_lines()
    ban = Ban.objects.get()
    letter = next(one for one in reversed(mailoutbox) if str(timezone.localtime(ban.ends_at).year) in one.body)
    assert letter.to == ["bram.devries+terug@googlemail.com"]
    assert "huisgenoot" in letter.body
    assert "!" not in letter.body

    again = [one for one in Application.objects.all() if one.status == Application.Status.REFUSED]
    assert [one.ended_at is not None for one in again] == [True]
    erase_person(cast.bram)
    with time_machine.travel(ban.ends_at + timedelta(minutes=1)):
        forget_what_is_due(ban.ends_at)
        _begun, page = walk(email="bramdevries@gmail.com", phone="06 12 34 56 78")
        assert "U kunt niet meedoen" not in page
        assert not Ban.objects.exists()
    assert membership_in(cast.bram, cast.group) is None
