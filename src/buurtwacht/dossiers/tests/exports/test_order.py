# SPDX-License-Identifier: EUPL-1.2
"""Day or month first: shown by the file, told by a person, or asked. Never guessed."""

import pytest

from buurtwacht.dossiers.exports.moments import Order
from buurtwacht.dossiers.exports.reader import chat_in
from buurtwacht.dossiers.exports.refusals import Reason, Refused

from .support import document_of, rows_of


def file_of(*dates: str, head: str = "{}, 21:05 - Jan: hoi\n") -> str:
    return "".join(head.format(date) for date in dates)


def moments_of(text: str, order: Order | None = None):
    return [row[0] and row[0][:10] for row in rows_of(text, order)]


def test_what_cannot_be_told_apart_is_asked():
    found = document_of(file_of("03/04/2024", "04/04/2024"))

    [question] = found["questions"]
    assert question["answers"] == ["--day-first", "--month-first"]
    assert "03/04/2024" in question["question"]
    assert [message["at"] for message in found["messages"]] == [None, None]
    assert [message["text"] for message in found["messages"]] == ["hoi", "hoi"]


def test_the_answer_is_taken():
    text = file_of("03/04/2024", "04/04/2024")

    assert moments_of(text, Order.DAY_FIRST) == ["2024-04-03", "2024-04-04"]
    assert moments_of(text, Order.MONTH_FIRST) == ["2024-03-04", "2024-04-04"]
    assert document_of(text, Order.DAY_FIRST)["questions"] == []


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("03/04/2024", "13/04/2024"), "2024-04-03"),
        (("03/04/2024", "04/13/2024"), "2024-03-04"),
        (("05/11/2024", "06/11/2024", "01/12/2024"), "2024-11-05"),  # or else December comes before November
        (("11/05/24", "11/06/24", "12/01/24"), "2024-11-05"),
        (("05/05/2024",), "2024-05-05"),  # the same either way
        (("24/03/30", "24/03/31", "24/04/01"), "2024-03-30"),
    ],
)
def test_the_whole_file_shows_it(dates, first):
    assert moments_of(file_of(*dates))[0] == first


@pytest.mark.parametrize("head", ["{} 21:05 - Jan: hoi\n", "[{}, 21:05:33] Jan: hoi\n", "{}, 9:05 PM - Jan: hoi\n"])
def test_slashes_are_asked_about_in_every_layout(head):
    assert len(document_of(file_of("03/04/2024", head=head))["questions"]) == 1


@pytest.mark.parametrize("head", ["{} à 21:05 - Jan: hoi\n", "{} klo 21.05 - Jan: hoi\n"])
def test_no_language_writes_the_month_first_like_this(head):
    assert moments_of(file_of("03/04/2024", head=head)) == ["2024-04-03"]


@pytest.mark.parametrize("date", ["03-04-2024", "03.04.24", "3. 4. 2024."])
def test_dashes_and_dots_are_day_first(date):
    assert moments_of(file_of(date)) == ["2024-04-03"]


@pytest.mark.parametrize(
    ("dates", "wrong", "right"),
    [
        (("03/04/2024", "13/04/2024"), Order.MONTH_FIRST, Order.DAY_FIRST),
        (("3/4/24", "4/13/24"), Order.DAY_FIRST, Order.MONTH_FIRST),
    ],
)
def test_an_answer_that_cannot_be_is_refused(dates, wrong, right):
    with pytest.raises(Refused) as refused:
        rows_of(file_of(*dates), wrong)

    assert refused.value.reason is Reason.OTHER_ORDER
    assert len(rows_of(file_of(*dates), right)) == 2


def test_where_the_file_contradicts_itself_its_first_date_tells():
    assert moments_of(file_of("13/01/24", "01/14/24", "01/02/24"))[0] == "2024-01-13"


def test_a_calendar_that_we_do_not_know_is_refused():
    with pytest.raises(Refused):
        rows_of(file_of("1403/01/05", "1403/01/06"))


def test_evidence_late_in_a_long_file_counts():
    text = file_of(*["03/04/2024"] * 5000, "04/13/2024")

    assert moments_of(text)[0] == "2024-03-04"


def test_questions_are_known_before_a_message_is_read():
    import io

    chat = chat_in(io.BytesIO(file_of("03/04/2024", "04/04/2024").encode()))

    assert [question.about for question in chat.questions] == ["day_or_month"]
