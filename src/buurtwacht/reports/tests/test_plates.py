# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.reports.plates import _BELGIAN, _DUTCH, read_plate


@pytest.mark.parametrize(
    ("written", "country", "text"),
    [
        ("ab1234", "nl", "AB-12-34"),
        ("12 34 ab", "nl", "12-34-AB"),
        ("12ab34", "nl", "12-AB-34"),
        ("AB-12-CD", "nl", "AB-12-CD"),
        ("abcd12", "nl", "AB-CD-12"),
        ("12abcd", "nl", "12-AB-CD"),
        ("12abc3", "nl", "12-ABC-3"),
        ("1-abc-23", "nl", "1-ABC-23"),
        ("gb001b", "nl", "GB-001-B"),
        ("v382xx", "nl", "V-382-XX"),
        ("abc12d", "nl", "ABC-12-D"),
        ("a12bcd", "nl", "A-12-BCD"),
        ("1ab234", "nl", "1-AB-234"),
        ("123ab4", "nl", "123-AB-4"),
        ("1abc234", "be", "1-ABC-234"),
        ("QABC123", "be", "Q-ABC-123"),
        ("T-XAA-123", "be", "T-XAA-123"),
        ("abc 123", "be", "ABC-123"),
        ("123abc", "be", "123-ABC"),
    ],
)
def test_a_plate_is_written_one_way(written, country, text):
    plate = read_plate(written, country)
    assert (plate.text, plate.country, plate.is_partial) == (text, country, False)


@pytest.mark.parametrize("forms", [_DUTCH, _BELGIAN])
def test_every_form_knows_itself(forms):
    country = "nl" if forms is _DUTCH else "be"
    for form in forms:
        example = form.replace("X", "B").replace("9", "7")
        assert read_plate(example.replace("-", "").lower(), country).text == example


@pytest.mark.parametrize(
    ("written", "text"), [("V-38", "V-38"), ("v38?", "V-38…"), ("..38", "…38"), ("…38b..", "…38-B…"), ("38", "38")]
)
def test_a_part_of_a_plate_will_do(written, text):
    plate = read_plate(written, "nl")
    assert (plate.text, plate.is_partial) == (text, True)


def test_a_plate_from_further_away_is_kept_as_it_was_read():
    assert read_plate("MTK AB 1234", "nl").text == "MTKAB-1234"
    assert not read_plate("AB-123-CD", "nl").is_partial


@pytest.mark.parametrize("written", ["", "???", "-", "a witte bus met ladder", "🚗"])
def test_what_cannot_be_a_plate_is_none(written):
    assert read_plate(written, "nl") is None


@given(some.text())
def test_nothing_that_is_typed_breaks_it(written):
    plate = read_plate(written, "be")
    assert plate is None or plate.text
