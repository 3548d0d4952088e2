# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.live.models import Event
from buurtwacht.live.services import person_topic
from buurtwacht.people.services import end_sessions, sign_in_again_everywhere


def test_signing_out_a_device_closes_its_open_screens(bram, login):
    login(bram).get("/mijn/gegevens/")
    sign_in_again_everywhere(bram)
    handle_due_lines()
    assert Event.objects.filter(topic=person_topic(bram.pk)).exists()


def test_without_a_session_nothing_is_closed(bram):
    assert end_sessions([]) == 0
    handle_due_lines()
    assert not Event.objects.filter(topic=person_topic(bram.pk)).exists()
