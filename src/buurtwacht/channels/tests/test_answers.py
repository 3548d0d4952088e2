# SPDX-License-Identifier: EUPL-1.2
import pytest
import time_machine

from buurtwacht.channels.answers import LONGEST_WAIT, Answer, failure_in, seconds_in


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("0", 0),
        ("99999999999999999999", LONGEST_WAIT),
        ("Sat, 21 Nov 2026 20:15:30 GMT", 30),
        ("Sat, 21 Nov 2026 20:14:00 GMT", 0),
        ("", None),
        ("-3", None),
        ("1.5", None),
        ("²", None),
        ("tomorrow", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(value, seconds):
    with time_machine.travel("2026-11-21T20:15:00Z", tick=False):
        assert seconds_in(value) == seconds


def test_a_message_that_is_too_large_is_not_tried_again_but_its_reader_stays():
    failure = failure_in(Answer(413))
    assert failure
    assert failure.permanent
    assert not failure.gone


def test_retry_after_means_nothing_with_other_answers():
    failure = failure_in(Answer(500, {"retry-after": "7"}))
    assert failure
    assert failure.retry_after is None
