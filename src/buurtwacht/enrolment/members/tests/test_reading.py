# SPDX-License-Identifier: EUPL-1.2
"""Lists as people have them: every encoding, delimiter, header and fault."""

import pytest

from buurtwacht.enrolment.members.reading import UnreadableFile, decoded, kind_of, read_lines
from buurtwacht.testing.member_lists import FAULTS, NOTES, member_list
from buurtwacht.testing.nasty import nasty_strings

JOSE = {
    "first_name": "José",
    "family_name": "van den Berg",
    "email": "jose@voorbeeld.example",
    "phone": "+31612345678",
    "street": "Merelweg",
    "house_number": "14a",
    "postcode": "6711 AB",
    "town": "Ede",
}


def read(text, country="nl"):
    return read_lines(text, kind_of(text), country)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_encoding_and_delimiter_gives_the_same(encoding, delimiter):
    rows = [
        ("Voornaam", "Tussenvoegsel", "Achternaam", "E-mail", "Mobiel", "Straat", "Huisnr.", "Postcode", "Woonplaats"),
        ("José", "van den", "Berg", "Jose@Voorbeeld.example ", "06 12345678", "Merelweg", "14a", "6711 ab", "Ede"),
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)

    [line] = read(decoded(text.encode(encoding)))

    assert line.number == 2
    assert line.values == JOSE
    assert line.problems == []


@pytest.mark.parametrize(
    "header",
    [
        "Prénom;Nom;Adresse e-mail;Téléphone;Rue;Numéro;Code postal;Localité",
        "Vorname;Nachname;E-Mail-Adresse;Handynummer;Straße;Hausnummer;PLZ;Ort",
        "First name;Last name;Email address;Mobile phone;Street;House number;Zip code;City",
        "Voornaam;Familienaam;E-mailadres;GSM-nummer;Straat;Nr.;Postcode;Gemeente",
        "First Name;Last Name;E-mail 1 - Value;Phone 1 - Value;Home Street;house_number;Home Postal Code;Home City",
    ],
)
def test_headers_in_four_languages_and_of_address_books(header):
    text = header + "\nJosé;van den Berg;jose@voorbeeld.example;0612345678;Merelweg;14a;6711 AB;Ede\n"

    [line] = read(text)

    assert line.values == JOSE


def test_whole_names_and_whole_addresses_are_taken_apart():
    text = 'Naam,E-mail,Adres\n"Berg, José van den",jose@voorbeeld.example,"Merelweg 14a, 6711 AB Ede"\n'

    [line] = read(text)

    assert line.values == JOSE | {"phone": ""}


def test_a_list_without_names_of_columns_is_understood_by_what_it_holds():
    text = (
        "José;van den Berg;12-03-1961;jose@voorbeeld.example;06-12345678;Merelweg;14a;6711 AB\n"
        "Noor;Vries;01-02-1970;noor@voorbeeld.example;06-87654321;Lijsterstraat;3;6711 AC\n"
    )

    first, second = read(text)

    assert first.number == 1
    assert first.values == JOSE | {"town": ""}
    assert second.values["street"] == "Lijsterstraat"


def test_unknown_names_of_columns_are_no_person():
    text = "Wie;Postbus\nJosé van den Berg;jose@voorbeeld.example\nNoor de Vries;noor@voorbeeld.example\n"

    lines = read(text)

    assert [line.number for line in lines] == [2, 3]
    assert lines[0].values["family_name"] == "van den Berg"


def test_what_excel_does_to_numbers_is_undone():
    text = "sep=;\r\nNaam;E-mail;Telefoon\r\nNoor;noor@voorbeeld.example;612345678\r\n"
    text += "Bo;bo@voorbeeld.example;'+31612345679\r\n"

    lines = read(text)

    assert [line.values["phone"] for line in lines] == ["+31612345678", "+31612345679"]
    assert lines[0].number == 3


def test_a_chat_group_has_numbers_and_no_mail():
    text = "Saved Name,Public Display Name,Phone Number\nAnna,~An,+31 6 12345678\n,~Bo,+31 6 12345679\n"

    lines = read(text)

    assert [line.values["first_name"] for line in lines] == ["Anna", ""]
    assert "email_missing" in lines[0].problems


@pytest.mark.parametrize("code", [*FAULTS, *NOTES])
def test_every_fault_is_found_where_it_is_and_nowhere_else(code):
    text, expected = member_list(40, 4, kinds={code: (FAULTS | NOTES)[code]})

    found = {line.number: line.problems for line in read(text) if line.problems}

    if code == "street_unknown":  # only a group knows its streets
        assert found == {}
        return
    assert set(found) == set(expected)
    assert all(any(one.split(":")[0] == code.split(":")[0] for one in problems) for problems in found.values())


def test_a_quotation_mark_too_many_spoils_one_line():
    text = 'Naam;E-mail\nNoor;noor@voorbeeld.example\n"Bo;bo@voorbeeld.example\nAns;ans@voorbeeld.example\n'

    lines = read(text)

    assert [(line.number, line.problems) for line in lines][1][1] == ["quotes"]
    assert [line.values["email"] for line in lines if not line.problems] == [
        "noor@voorbeeld.example",
        "ans@voorbeeld.example",
    ]


def test_a_cell_may_hold_line_breaks():
    text = (
        'Naam;Adres;E-mail\nNoor;"Merelweg 3\n6711 AB Ede";noor@voorbeeld.example\nBo;Merelweg 5;bo@voorbeeld.example\n'
    )

    assert [line.number for line in read(text)] == [2, 3]


def test_empty_rows_of_a_spreadsheet_are_no_people():
    text = "Naam;E-mail\nNoor;noor@voorbeeld.example\n;\n;\n\nBo;bo@voorbeeld.example\n;\n"

    assert [line.number for line in read(text)] == [2, 6]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n \r\n", "file_empty"),
        (b"PK\x03\x04rest of a spreadsheet", "file_spreadsheet"),
        (b"\xd0\xcf\x11\xe0rest of an old one", "file_spreadsheet"),
        (b"%PDF-1.7", "file_not_text"),
        (b"\x00\x01\x02\x03\x04\x00" * 40, "file_not_text"),
        (b"Naam;Adres\nNoor;Merelweg 3\n", "file_no_columns"),
        (b"Naam;E-mail\n", "file_empty"),
        (b"BEGIN:VCALENDAR", "file_no_columns"),
    ],
)
def test_what_is_no_list_says_why(data, code):
    with pytest.raises(UnreadableFile) as refusal:
        read(decoded(data))

    assert refusal.value.code == code


def test_numbers_of_another_country_are_kept_and_said():
    text = "Naam;E-mail;GSM\nNoor;noor@voorbeeld.example;0470 12 34 56\nBo;bo@voorbeeld.example;+31612345678\n"

    first, second = read(text, "be")

    assert (first.values["phone"], first.problems) == ("+32470123456", [])
    assert (second.values["phone"], second.problems) == ("+31612345678", ["phone_foreign"])


@pytest.mark.parametrize("start", range(10))
def test_every_naughty_string_in_every_cell_leaves_a_line(start):
    for string in list(nasty_strings())[start::10]:
        cells = ['"' + string.replace('"', '""') + '"'] * 8
        text = "Voornaam;Achternaam;E-mail;Tel;Straat;Nr;Postcode;Plaats\n" + ";".join(cells) + "\nAns;;a@b.nl;;;;;\n"
        lines = read(text)
        assert lines[-1].values["first_name"] == "Ans"
        assert all(value.isprintable() for line in lines for value in line.values.values())
