# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest

from buurtwacht.enrolment import codes
from buurtwacht.enrolment.codes import Answer, answer_to

NOW = datetime(2026, 11, 21, 21, 14, tzinfo=UTC)
SENT = codes.Sent(code="048213", sent_at=NOW.isoformat(), tries=0)


@pytest.mark.parametrize("typed", ["048213", "048 213", "048-213", " 0 4 8 2 1 3 "])
def test_the_right_code_is_right_however_it_is_written(typed):
    assert answer_to(SENT, typed, NOW) is Answer.RIGHT


@pytest.mark.parametrize("typed", ["", "48213", "0482130", "048214", "٠٤٨٢١٣", "x"])
def test_any_other_is_wrong(typed):
    assert answer_to(SENT, typed, NOW) is Answer.WRONG


def test_it_works_for_half_an_hour():
    assert answer_to(SENT, "048213", NOW + timedelta(minutes=30)) is Answer.RIGHT
    assert answer_to(SENT, "048213", NOW + timedelta(minutes=30, seconds=1)) is Answer.TOO_LATE
    assert answer_to(None, "048213", NOW) is Answer.TOO_LATE


def test_after_five_tries_even_the_right_one_is_refused():
    sent = SENT
    for _try in range(codes.MOST_TRIES):
        assert answer_to(sent, "000000", NOW) is Answer.WRONG
        sent = codes.after_a_try(sent)

    assert answer_to(sent, "048213", NOW) is Answer.TOO_OFTEN


@pytest.mark.parametrize("typed", ["", "000000", "      "])
def test_a_decoy_is_never_right(typed):
    assert answer_to(codes.decoy(NOW), typed, NOW) is Answer.WRONG


def test_codes_have_six_digits_and_differ():
    made = {codes.fresh(NOW)["code"] for _try in range(50)}

    assert all(len(code) == 6 and code.isdigit() for code in made)
    assert len(made) > 40


def test_a_second_mail_waits_a_minute():
    assert not codes.may_send_again(SENT, NOW + timedelta(seconds=59))
    assert codes.may_send_again(SENT, NOW + timedelta(seconds=60))
