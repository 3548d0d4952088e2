# SPDX-License-Identifier: EUPL-1.2
"""On paper: the form, the scan that comes back, and the copy of what was signed."""

import io
import re
import subprocess

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from PIL import Image

from buurtwacht.enrolment.signing.files import file_of
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.paper import blank_form, copy_of
from buurtwacht.enrolment.signing.services import sign_application
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.nasty import nasty_strings

from .conftest import DRAWN

BOMB = b"%PDF-1.7\n" + b"\x00" * 2000


def words_in(pdf: bytes) -> str:
    """What a reader of this PDF can select, on one line."""
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return " ".join(told.decode().split())


def photo(kind: str = "JPEG", **options: object) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(out, kind, **options)
    return SimpleUploadedFile(f"formulier.{kind.lower()}", out.getvalue())


@pytest.mark.parametrize("preset", PRESETS)
def test_the_form_to_print_has_every_rule_and_lines_to_sign_on(preset, group_of, apply_to):
    application = apply_to(group_of(preset))

    words = words_in(blank_form(application, "nl"))

    assert "Handtekening" in words
    assert "Merelweg 14" in words
    assert PRESETS[preset].emergency_number in words
    assert ("Gegevens naar de politie" in words) is (preset == "be-politiezone")


def test_the_copy_holds_text_signature_time_version_and_digest(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))
    given = {"adult": "on", "agree": "on", "strokes": DRAWN, "name": "Chantal Vos", "place": "Rekem"}
    client.post(page_of(application), given)
    handle_due_lines()

    [letter] = [one for one in mail.outbox if one.attachments]
    _name, pdf, kind = letter.attachments[0]
    words = words_in(pdf)
    declaration = application.acceptances.get(kind="declaration")
    assert kind == "application/pdf"
    for part in ("Ik bel eerst.", "be/declaration/1", "Rekem", "Chantal Vos", declaration.digest, "Versie"):
        assert part in words
    assert f"{declaration.at.astimezone(application.group.tz):%H:%M}" in words
    assert b"/Subtype /Image" not in pdf, "the signature stands there as lines, not as a picture"


def test_the_copy_is_in_the_language_that_was_read(group_of, apply_to):
    application = apply_to(group_of("be"))
    signed = sign_application(application, written(strokes=DRAWN, name=""), language="fr")

    assert "J'appelle" in words_in(copy_of(list(signed.acceptances.all()))).replace("\u2019", "'")


def test_the_copy_shows_what_was_agreed_even_when_the_words_change_later(group_of, apply_to):
    group = group_of("be")
    signed = sign_application(apply_to(group), written(strokes="", name="Chantal Vos"))
    group.overrides = {"photo": "never"}
    group.save()

    words = words_in(copy_of(list(signed.acceptances.filter(kind="rules"))))

    assert "Foto's zijn voor de politie." in words.replace("\u2019", "'")


@pytest.mark.parametrize("name", nasty_strings()[::40])
def test_what_somebody_types_never_acts_as_markup(name, group_of, apply_to):
    application = apply_to(group_of("be"), name="Chantal", family_name=name)
    signed = sign_application(application, written(strokes="", name=f"{name} #panic()", place=f"{name} *x*"))

    assert copy_of(list(signed.acceptances.all())).startswith(b"%PDF-")
    assert blank_form(application, "nl").startswith(b"%PDF-")


def code_of(application) -> str:
    """What stands at the foot of the form."""
    [found] = re.findall(r"[0-9A-F]{4}-[0-9A-F]{4}", words_in(blank_form(application, "nl")))
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_a_photo_of_the_signed_form_is_cleaned_and_kept(kind, group_of, apply_to, page_of, client):
    application = apply_to(group_of("be-politiezone"))
    exif = Image.Exif()
    exif[0x010E] = "geheime plek"

    answer = client.post(
        page_of(application, "application_on_paper"),
        {"scan": photo(kind, exif=exif.tobytes()), "form_code": code_of(application)},
    )

    assert answer.status_code == 302
    kept = application.acceptances.get(kind="declaration")
    assert (kept.way, kept.signature_type) == ("paper", "image/jpeg")
    assert b"geheime" not in bytes(kept.signature)
    assert set(application.acceptances.values_list("way", flat=True)) == {"paper"}
    assert file_of(kept)[1:] == ("image/jpeg", f"intentieverklaring-{kept.at:%Y-%m-%d}.jpg")


def test_a_scanned_pdf_is_drawn_anew_without_its_scripts(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))
    pdf = blank_form(application, "nl")
    with_script = pdf.replace(b"/Type /Catalog", b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /Type /Catalog")
    given = {"scan": SimpleUploadedFile("formulier.pdf", with_script), "form_code": code_of(application)}

    client.post(page_of(application, "application_on_paper"), given)

    kept = application.acceptances.get(kind="declaration")
    assert kept.signature_type == "application/pdf"
    assert b"JavaScript" not in bytes(kept.signature)
    assert "Handtekening" in words_in(bytes(kept.signature))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b"MZ not a scan", "niet openen"),
        (b"<svg onload=alert(1)>", "niet openen"),
        (BOMB, "niet openen"),
        (b"\xff\xd8\xff" + b"0" * 10_000_001, "te groot"),
    ],
)
def test_what_is_no_scan_is_refused_with_a_sentence(content, says, group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))
    given = {"scan": SimpleUploadedFile("formulier.jpg", content)}

    page = client.post(page_of(application, "application_on_paper"), given).content.decode()

    assert says in page
    assert application.acceptances.count() == 0


def test_no_file_at_all_is_asked_for(group_of, apply_to, page_of, client):
    page = client.post(page_of(apply_to(group_of("be")), "application_on_paper"), {}).content.decode()

    assert "Kies de foto of de scan" in page


def test_the_form_can_be_fetched_until_it_is_signed(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))
    page = page_of(application, "application_form_to_print")

    with override("nl"):
        first = client.get(page)
    sign_application(application, written(strokes="", name="Chantal Vos"))

    assert (first.status_code, first["Content-Type"]) == (200, "application/pdf")
    assert first["Content-Disposition"].startswith("attachment")
    assert client.get(page).status_code == 302


def test_the_copy_says_what_goes_to_the_police(group_of, apply_to):
    application = apply_to(group_of("be-politiezone"))
    signed = sign_application(application, written(strokes=DRAWN, name=""), transfer=True)

    assert "Mijn naam en adres gaan naar Basisteam Ede" in words_in(copy_of(list(signed.acceptances.all())))


def test_one_signs_under_the_declaration_on_the_first_page(group_of, apply_to):
    pdf = blank_form(apply_to(group_of("be-politiezone")), "nl")
    first = subprocess.run(["pdftotext", "-l", "1", "-", "-"], input=pdf, capture_output=True, check=True).stdout

    assert "Intentieverklaring" in first.decode()
    assert "Handtekening" in first.decode()
    assert "Basisteam Ede" in first.decode()
