# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.wording.phones import phones_in
from buurtwacht.wording.plates import plates_in


@pytest.mark.parametrize(
    ("text", "plates"),
    [
        ("kenteken VGT-38-X, richting park", ["VGT38X"]),
        ("Ford 12-AB-34 en 1-ABC-234", ["12AB34", "1ABC234"]),
        ("wagen met plaat 1ABC234", ["1ABC234"]),
        ("ABC-123 of 123-ABC", ["ABC123", "123ABC"]),
        ("kenteken begint met V-38", ["V38"]),
        ("Kenteken eindigt op 38-X", ["38X"]),
        ("nummerplaat: 1-KLM-", ["1KLM"]),
        ("v-123-ab stond er", ["V123AB"]),
        ("AB 12 CD zag ik", ["AB12CD"]),
        ("Auto uit Duitsland: KLE-AB 1234", ["KLEAB1234"]),
        ("auto uit Frankrijk AB-123-CD", ["AB123CD"]),
        ("6711 AB Ede, 6711AB", []),
        ("Kerkstraat 12-16, huis 3-5", []),
        ("112 gebeld 21:14, 12-05-2026", []),
        ("kenteken niet gezien", []),
        ("bel 06-12345678", []),
        ("melding 2026-05-12, 1.80 m, 30 jr", []),
        ("Het zijn 3 van de 12 ramen", []),
    ],
)
def test_plates_are_found_whole_and_in_part(text, plates):
    found = plates_in(text)
    assert [span.value for span in found] == plates
    assert all(text[span.start : span.end] == span.found for span in found)


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("bel mij op 06-12345678", ["0612345678"]),
        ("06 12 34 56 78.", ["0612345678"]),
        ("+31 6 12345678 of 0031612345678", ["+31612345678", "0031612345678"]),
        ("0318-123456", ["0318123456"]),
        ("(0318) 12 34 56", ["0318123456"]),
        ("gsm 0470 12 34 56", ["0470123456"]),
        ("+32 (0)470 12 34 56", ["+32470123456"]),
        ("02 123 45 67", ["021234567"]),
        ("112, 101, 0900-8844, 0800-7000", []),
        ("05-12-2026 21:14", []),
        ("2026-05-12 21.14", []),
        ("kenteken 12-AB-34", []),
        ("Kerkstraat 12-16, 6711 AB", []),
        ("rekening NL91ABNA0417164300", []),
    ],
)
def test_telephone_numbers_are_found_and_help_lines_are_not(text, phones):
    found = phones_in(text)
    assert [span.value for span in found] == phones
    assert all(text[span.start : span.end] == span.found for span in found)
