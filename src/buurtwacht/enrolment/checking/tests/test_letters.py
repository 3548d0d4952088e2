# SPDX-License-Identifier: EUPL-1.2
import re
import subprocess

import pytest
from django.utils import translation

from buurtwacht.enrolment.checking import codes, services
from buurtwacht.enrolment.models import AddressProof
from buurtwacht.groups.models import OrganisationRole
from buurtwacht.journal.models import Line
from buurtwacht.testing.nasty import nasty_strings

MM = 72 / 25.4  # points


def words_of(pdf, tmp_path):
    """Each word of a PDF with where it stands, in millimetres from the top left."""
    (tmp_path / "brief.pdf").write_bytes(pdf)
    out = subprocess.run(["pdftotext", "-bbox", tmp_path / "brief.pdf", "-"], check=True, capture_output=True)
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', out.stdout.decode()
    )
    return [(word, *(float(value) / MM for value in box)) for *box, word in found]


@pytest.fixture
def letter(showing, eva, cast, tmp_path):
    proof = services.choose_way(showing(), "letter")
    code = proof.code
    return words_of(services.print_letters([cast.group], by=eva), tmp_path), code


def test_the_address_shows_in_the_window_and_nothing_else_does(letter):
    words, _code = letter
    inside = [
        word for word, left, top, right, bottom in words if left < 110 and right > 10 and bottom > 57 and top < 84
    ]

    assert inside == ["Chantal", "Vos", "Merelweg", "14", "6711", "AB", "Ede"]
    for word, left, top, right, bottom in words:
        if word in inside and 57 < top < 84:
            assert left >= 20, word
            assert right <= 100, word
            assert top >= 59, word
            assert bottom <= 79, word


def test_the_letter_holds_the_code_and_no_mail_address_or_phone(letter):
    words, code = letter
    text = " ".join(word for word, *_box in words)

    assert codes.shown(code) in text.replace(" ", "")
    assert "112" in text
    assert "voorbeeld.example" not in text
    assert "+316" not in text


def test_a_name_as_long_as_it_may_be_stays_in_its_line(showing, eva, cast, tmp_path):
    services.choose_way(showing(first_name="Wilhelmina" * 6, family_name="Van der Berg" * 5), "letter")
    words = words_of(services.print_letters([cast.group], by=eva), tmp_path)

    street = next(top for word, _left, top, _right, _bottom in words if word == "Merelweg")
    assert street < 67


def test_nasty_names_make_a_letter_and_are_no_markup(showing, eva, cast, tmp_path):
    for number, words in enumerate(nasty_strings()[::40]):
        services.choose_way(showing(f"N{number}", first_name=words[:60], street=words[:120]), "letter")

    assert services.print_letters([cast.group], by=eva).startswith(b"%PDF")


def test_each_letter_is_printed_once_and_noted(showing, login, eva, anna):
    proof = services.choose_way(showing(), "letter")
    client = login(eva)

    assert "1 brief" in client.get("/gemeente/ede/brieven/").content.decode()
    assert client.post("/gemeente/ede/brieven/").content.startswith(b"%PDF")
    assert client.post("/gemeente/ede/brieven/").status_code == 302
    assert client.post("/gemeente/ede/brieven/", {"again": "1"}).content.startswith(b"%PDF")

    lines = Line.objects.filter(action="letter.printed", subject_id=proof.pk, by_id=eva.pk)
    assert [line.facts["again"] for line in lines] == [False, True]


def test_the_coordinator_prints_only_where_the_municipality_has_nobody(showing, login, anna, group, signed):
    services.choose_way(showing(), "letter")
    signed(anna, group)
    assert login(anna).get(f"/bureau/{group.slug}/brieven/").status_code == 404

    OrganisationRole.objects.filter(role="official").delete()
    with translation.override("nl"):
        assert "1 brief" in login(anna).get(f"/bureau/{group.slug}/brieven/").content.decode()
    assert login(anna).post(f"/bureau/{group.slug}/brieven/").content.startswith(b"%PDF")


def test_who_prints_whole_names_has_promised_to_keep_them(showing, login, anna, group):
    services.choose_way(showing(), "letter")
    OrganisationRole.objects.filter(role="official").delete()

    answer = login(anna).post(f"/bureau/{group.slug}/brieven/")

    assert answer.headers["Location"].startswith(f"/bureau/{group.slug}/vertrouwelijk/")


def test_who_needs_no_letter_any_more_gets_none(showing, cast, eva):
    application = showing()
    services.choose_way(application, "letter")
    services.choose_way(application, "visit")

    assert services.print_letters([cast.group], by=eva) == b""
    assert AddressProof.objects.filter(printed_at=None).count() == 2
