# SPDX-License-Identifier: EUPL-1.2
"""Contacts of phones, old and new."""

import pytest

from buurtwacht.enrolment.members.reading import kind_of, read_lines

VCARD_21 = """BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:van=20den=20Berg;Jos=C3=A9;;;\r
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9=20van=20den=20=\r
Berg\r
TEL;HOME:+31 318 123456\r
TEL;CELL;PREF:06-12345678\r
EMAIL;INTERNET:jose@voorbeeld.example\r
ADR;HOME:;;Merelweg 14a;Ede;;6711 AB;Nederland\r
PHOTO;ENCODING=BASE64;JPEG:\r
 /9j/4AAQSkZJRgABAQAAAQABAAD\r
\r
END:VCARD\r
"""
VCARD_3 = """BEGIN:VCARD
VERSION:3.0
N:van den Berg;José;;;
FN:José van den Berg
item1.EMAIL;type=INTERNET;type=pref:jose@voorbee
 ld.example
item1.X-ABLabel:_$!<Home>!$_
TEL;type=CELL;type=VOICE;type=pref:+31612345678
ADR;type=HOME;type=pref:;;Merelweg 14a;Ede;;6711 AB;
NOTE:Een zin\\, met een komma\\nen een regel
END:VCARD
"""
VCARD_4 = """BEGIN:VCARD
VERSION:4.0
N:van den Berg;José;;;
FN:José van den Berg
EMAIL;PREF=1:jose@voorbeeld.example
TEL;VALUE=uri;TYPE="voice,cell":tel:+31-6-12345678
ADR;LABEL="Merelweg 14a: links":;;Merelweg 14a;Ede;;6711 AB;Nederland
END:VCARD
"""


def read(text):
    return read_lines(text, kind_of(text), "nl")


@pytest.mark.parametrize("text", [VCARD_21, VCARD_3, VCARD_4], ids=["2.1", "3.0", "4.0"])
def test_every_version_gives_the_same(text):
    [line] = read(text)

    assert line.number == 1
    assert line.problems == []
    assert line.values == {
        "first_name": "José",
        "family_name": "van den Berg",
        "email": "jose@voorbeeld.example",
        "phone": "+31612345678",
        "street": "Merelweg",
        "house_number": "14a",
        "postcode": "6711 AB",
        "town": "Ede",
    }


def test_many_cards_keep_their_number_and_a_broken_one_says_so():
    lines = read(VCARD_3 + "BEGIN:VCARD\nFN:Half\n" + VCARD_4.replace("jose@", "noor@"))

    assert [line.number for line in lines] == [1, 2, 3]
    assert "card_open" in lines[1].problems
    assert lines[2].problems == []


def test_lines_that_nobody_understands_are_passed_over():
    text = VCARD_3.replace("NOTE:", "\x07 geen veld\n;;;:::\nEMAIL\nNOTE:")

    assert read(text)[0].problems == []


def test_a_charset_that_does_not_exist_is_read_as_well_as_can_be():
    text = VCARD_21.replace("CHARSET=UTF-8", "CHARSET=KLINGON")

    assert read(text)[0].values["email"] == "jose@voorbeeld.example"
