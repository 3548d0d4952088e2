# SPDX-License-Identifier: EUPL-1.2
"""What real chats hold besides plain messages."""

import pytest

from .support import LRM, NBSP, NNBSP, rows_of

A = "12-03-2024 21:05 - "  # Android
I = "[12-03-2024, 21:05:33] "  # noqa: E741 - iPhone


def read(*lines: str):
    """The kind, author, text and attachment of the last message."""
    _at, author, kind, text, attachment = rows_of("\n".join(lines) + "\n")[-1]
    return kind, author, text, attachment


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (f"{A}Jan: <Media weggelaten>", ("media", "Jan", "", None)),
        (f"{A}Jan: <Media weggelaten>\nKijk, daar", ("media", "Jan", "Kijk, daar", None)),
        (f"{A}Jan: IMG-1-WA0001.jpg (bestand bijgevoegd)", ("media", "Jan", "", "IMG-1-WA0001.jpg")),
        (f"{A}Jan: {LRM}IMG-1.jpg (bestand bijgevoegd)\nBus", ("media", "Jan", "Bus", "IMG-1.jpg")),
        (f"{A}Jan: Mijn lijst.pdf (fichier joint)", ("media", "Jan", "", "Mijn lijst.pdf")),
        (f"{LRM}{I}~{NNBSP}Pien: {LRM}<bijgevoegd: 00000012-PHOTO.jpg>", ("media", "~ Pien", "", "00000012-PHOTO.jpg")),
        (f"{I}Jan: Kijk {LRM}<bijgevoegd: 0-PHOTO.jpg>", ("media", "Jan", "Kijk", "0-PHOTO.jpg")),
        (f"{I}Jan: {LRM}<pièce jointe{NBSP}: 0-P.jpg>", ("media", "Jan", "", "0-P.jpg")),
        (f"{I}Jan: {LRM}Plan.pdf • {LRM}2 pagina’s {LRM}document weggelaten", ("media", "Jan", "", "Plan.pdf")),
        (
            f"{I}Jan: Plan.pdf • {LRM}2 pagina's {LRM}<bijgevoegd: 7-Plan.pdf>",
            ("media", "Jan", "Plan.pdf • 2 pagina's", "7-Plan.pdf"),
        ),
        (f"{I}Jan: {LRM}GIF weggelaten", ("media", "Jan", "", None)),
        (f"{A}Jan: Dit bericht is verwijderd", ("deleted", "Jan", "", None)),
        (f"{A}Jan: Je hebt dit bericht verwijderd", ("deleted", "Jan", "", None)),
        (f"{A}Jan: Vous avez supprimé ce message", ("deleted", "Jan", "", None)),
        (f"{A}Jan: Diese Nachricht wurde gelöscht.", ("deleted", "Jan", "", None)),
        (f"{A}Jan: You deleted this message", ("deleted", "Jan", "", None)),
        (f"{I}Jan: {LRM}Dit bericht is verwijderd door beheerder Anna.", ("deleted", "Jan", "", None)),
        (f"{A}Jan: Ik zag hem <Dit bericht is bewerkt>", ("text", "Jan", "Ik zag hem", None)),
        (f"{I}Jan: een\ntwee {LRM}<Dit bericht is bewerkt>", ("text", "Jan", "een\ntwee", None)),
        (f"{A}Jan: Ik heb de afbeelding weggelaten", ("text", "Jan", "Ik heb de afbeelding weggelaten", None)),
        (f"{A}Jan: ", ("text", "Jan", "", None)),
        (f"{A}Jan:", ("text", "Jan", "", None)),
        (f"{A}Jan: om 21:05: kijk", ("text", "Jan", "om 21:05: kijk", None)),
        (f"{A}Jan: 👨‍👩‍👧 {NBSP}x", ("text", "Jan", f"👨‍👩‍👧 {NBSP}x", None)),
        (f"{A}\u202a+31{NBSP}6{NBSP}12345678\u202c: hoi", ("text", "+31 6 12345678", "hoi", None)),
        (f"{I}Jan: {LRM}PEILING:\nWie komt?\nOPTIE: ik", ("text", "Jan", "PEILING:\nWie komt?\nOPTIE: ik", None)),
        (
            f"{I}Jan: {LRM}Locatie: https://maps.google.com/?q=1,2",
            ("text", "Jan", "Locatie: https://maps.google.com/?q=1,2", None),
        ),
        (f"{A}Jan: <Eenmalige media weggelaten>", ("media", "Jan", "", None)),
        (f"{A}Jan: <View once voice message omitted>", ("media", "Jan", "", None)),
        (f"{A}Jan: <Medya dahil edilmedi>", ("media", "Jan", "", None)),
        (f"{A}Jan: IMG-20240312-WA0001.jpg (fil bifogad)", ("media", "Jan", "", "IMG-20240312-WA0001.jpg")),
        (f"{I}Jan: {LRM}<załączono: 00000012-PHOTO-1.jpg>", ("media", "Jan", "", "00000012-PHOTO-1.jpg")),
        (f"{I}Jan: {LRM}Fiche contact omise", ("media", "Jan", "", None)),
        (f"{A}Jan: Você apagou esta mensagem", ("deleted", "Jan", "", None)),
        (f"{A}Jan: Ta wiadomość została usunięta.", ("deleted", "Jan", "", None)),
        (f"{A}Jan: <dit is: geen bijlage>", ("text", "Jan", "<dit is: geen bijlage>", None)),
        (
            f'{A}Le groupe "Rue : calme" a été créé',
            ("system", None, 'Le groupe "Rue : calme" a été créé', None),
        ),
        (f'{A}Jan "de 5" Vries: hoi', ("text", 'Jan "de 5" Vries', "hoi", None)),
        (f"{A}Jan is toegevoegd", ("system", None, "Jan is toegevoegd", None)),
        (
            f"{A}Jan heeft het onderwerp gewijzigd van “Buurt: oost” in “Buurt: west”",
            ("system", None, "Jan heeft het onderwerp gewijzigd van “Buurt: oost” in “Buurt: west”", None),
        ),
        (
            f"{LRM}{I}Buurt Oost: {LRM}Jan heeft de groep verlaten",
            ("system", None, "Jan heeft de groep verlaten", None),
        ),
        (f"{I}Jan: {LRM}Gemiste spraakoproep", ("system", None, "Gemiste spraakoproep", None)),
    ],
)
def test_it_is_read_as_what_it_is(line, wanted):
    assert read(line) == wanted


@pytest.mark.parametrize(("clock", "authors"), [("20:51", ["Jan", "Piet", "Els"]), ("20:40", ["Jan", "Els"])])
def test_a_telephone_whose_clock_is_a_little_wrong_pasted_nothing(clock, authors):
    rows = rows_of(f"{A}Jan: a\n12-03-2024 {clock} - Piet: b\n12-03-2024 21:06 - Els: c\n")

    assert [row[1] for row in rows] == authors


PASTED = [
    "13-03-2024 21:05 - Jan: dit was het:",
    "12-03-2024 20:01 - Piet: ik zie hem",
    "12-03-2024 20:02 - Els: ik ook",
    "13-03-2024 21:06 - Anna: dank",
]


def test_a_pasted_piece_of_another_export_stays_in_its_message():
    rows = rows_of("\n".join(PASTED))

    assert [row[1] for row in rows] == ["Jan", "Anna"]
    assert rows[0][3] == "dit was het:\n" + "\n".join(PASTED[1:3])


@pytest.mark.parametrize(
    "heads",
    [
        ["13 21:05 Jan", "12 20:01 Piet", "12 20:02 Els"],  # the chat does not go on
        ["13 21:05 Jan", "13 00:05 Jan", "13 21:06 Piet"],  # who quotes only themselves?
        ["13 21:05 Jan", "13 12:05 Piet", "13 01:05 Els", "13 21:06 Jan"],  # what was pasted would be in order
        ["14 09:00 Jan", "13 08:00 Els", "15 10:00 Jan", "12 11:00 Piet", "16 12:00 Jan"],  # nothing is in order here
    ],
)
def test_a_step_back_alone_is_not_enough_to_take_a_message_for_pasted(heads):
    lines = [f"{day}-03-2024 {clock} - {name}: hoi" for day, clock, name in map(str.split, heads)]

    assert [row[1] for row in rows_of("\n".join(lines))] == [head.split()[2] for head in heads]


def test_a_head_in_another_layout_is_text():
    rows = rows_of(f"{A}Jan: log\n[12/03/2024, 21:05:33] Piet: hoi\n{A}Jan: ja\n")

    assert [row[3] for row in rows] == ["log\n[12/03/2024, 21:05:33] Piet: hoi", "ja"]


@pytest.mark.parametrize(
    "line", ["99-03-2024 21:05 - Piet: hoi", "12-03-2024 25:61 - Piet: hoi", "30-02-2024 21:05 - x"]
)
def test_a_moment_that_does_not_exist_is_text(line):
    assert rows_of(f"{A}Jan: log\n{line}\n") == [("2024-03-12T21:05:00", "Jan", "text", f"log\n{line}", None)]


def test_the_hour_that_comes_twice_is_no_paste():
    rows = rows_of("27-10-2024 02:59 - Jan: a\n27-10-2024 02:01 - Piet: b\n27-10-2024 03:00 - Jan: c\n")

    assert [row[3] for row in rows] == ["a", "b", "c"]


def test_two_exports_in_one_file_are_both_read():
    one = "".join(f"{day:02}-03-2024 21:05 - Jan: {day}\n" for day in range(1, 29))
    three = rows_of(one * 3)

    assert [row[3] for row in three] == [str(day) for day in range(1, 29)] * 3


def test_words_before_the_first_head_are_kept():
    assert rows_of(f"Mijn chat\n{A}Jan: hoi\n")[0] == (None, None, "system", "Mijn chat", None)
