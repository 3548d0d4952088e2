# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_mobile, normalised_phone, readable_phone, takes_texts


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [
        ("06 12345678", "nl", "+31612345678"),
        ("(06) 123-456 78", "nl", "+31612345678"),
        ("0031 6 12 34 56 78", "be", "+31612345678"),
        ("+31 (0)6 12345678", "nl", "+31612345678"),
        ("0470 12 34 56", "be", "+32470123456"),
        ("0470/12.34.56", "be", "+32470123456"),
        ("٠٦١٢٣٤٥٦٧٨", "nl", "+31612345678"),
    ],
)
def test_a_number_has_one_spelling(typed, country, number):
    assert normalised_phone(typed, country) == normalised_mobile(typed, country) == number
    assert normalised_phone(number, country) == number


@pytest.mark.parametrize(
    ("typed", "country", "sentence"),
    [
        ("", "nl", "This is not a phone number. It looks like 06 12345678."),
        ("n.v.t.", "be", "This is not a phone number. It looks like 0470 12 34 56."),
        ("06 BUURTWACHT", "nl", "This is not a phone number."),
        ("06123", "nl", "There is no such phone number."),
        ("112", "nl", "This phone number is too short."),
        ("06 1234567890 1", "nl", "This phone number is too long."),
        ("+999 12345678", "nl", "There is no country with this number."),
        ("06 00000000", "nl", "There is no such phone number."),
        ("0" * 200, "nl", "This is not a phone number."),
    ],
)
def test_what_is_no_number_is_said(typed, country, sentence):
    with pytest.raises(DomainError) as refused:
        normalised_phone(typed, country)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "country", "sentence"),
    [
        ("020 5551234", "nl", "This is a landline: it cannot get text messages."),
        ("011 22 33 44", "be", "This is a landline"),
        ("0800 1234", "nl", "No text message can be sent to this number."),
        ("0900 8844", "nl", "No text message can be sent to this number."),
    ],
)
def test_a_phone_that_cannot_get_text_messages_can_still_be_called(typed, country, sentence):
    assert normalised_phone(typed, country).startswith("+3")
    with pytest.raises(DomainError) as refused:
        normalised_mobile(typed, country)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("number", "country", "written"),
    [
        ("+31612345678", "nl", "06 12345678"),
        ("+31612345678", "be", "+31 6 12345678"),
        ("+32470123456", "be", "0470 12 34 56"),
        ("nonsense", "nl", "nonsense"),
    ],
)
def test_it_is_shown_as_people_write_it(number, country, written):
    assert readable_phone(number, country) == written


@given(st.text(max_size=60), st.sampled_from(["nl", "be"]))
def test_whatever_somebody_types_it_is_a_number_or_a_sentence(typed, country):
    sentence = ""
    try:
        number = normalised_phone(typed, country)
    except DomainError as refusal:
        sentence = str(refusal)
    assert sentence.endswith(".") or normalised_phone(number) == number


@pytest.mark.parametrize(
    ("number", "takes"),
    [("+31612345678", True), ("+32470123456", True), ("+31205551234", False), ("", False), ("x", False)],
)
def test_only_a_mobile_phone_takes_text_messages(number, takes):
    assert takes_texts(number) is takes
