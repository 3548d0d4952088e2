# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.alerts.messages.envelope import Envelope, message_for
from buurtwacht.alerts.messages.words import Words

WORDS = Words(
    title="112 gebeld 21:14. Vogelbuurt", story="Er wordt gevoeld.", subject="112 gebeld 21:14: Lijsterstraat"
)


@pytest.mark.parametrize(("lock_screen", "subject"), [("full", WORDS.subject), ("short", WORDS.title)])
def test_the_subject_of_a_mail_is_read_on_a_locked_screen_too(lock_screen, subject):
    envelope = Envelope(path="/meldingen/", priority=0, ttl=60, topic="x")

    message = message_for(WORDS, envelope, language="nl", lock_screen=lock_screen)

    assert message.extra["mail"]["subject"] == subject
