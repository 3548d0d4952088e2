# SPDX-License-Identifier: EUPL-1.2
"""The conversation of an incident out of an old WhatsApp group, into the dossier."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from buurtwacht.dossiers import bundle, services
from buurtwacht.dossiers.excerpt import window
from buurtwacht.dossiers.excerpt.names import Shown
from buurtwacht.dossiers.excerpt.sealing import sealed, unsealed
from buurtwacht.dossiers.excerpt.window import Said, messages_between
from buurtwacht.dossiers.models import Excerpt
from buurtwacht.dossiers.personal_data import forget_content
from buurtwacht.dossiers.redaction import BLOCK
from buurtwacht.dossiers.sheet import sheet_of
from buurtwacht.dossiers.verifier import verify
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError

from .exports.support import zipped

SAID = [
    (-200, "Oma Truus", "Wie heeft er nog eieren"),
    (-61, "Jan Jansen", "Man voelt aan de poorten bij de brandgang"),
    (-59, "~\u00a0Pien", "Ik zie hem ook, bel @\u2068Jan Jansen\u2069 op 06-12345678"),
    (-58, "+31 6 87654321", "<Media weggelaten>"),
    (-57, "Jan de Vries", "Dit bericht is verwijderd"),
    (-50, "Jan Jansen", "Bedankt allemaal"),
    (300, "Oma Truus", "Eieren gevonden"),
]


@pytest.fixture
def export(report):
    """An export of the old group: chatter, the incident, and chatter again."""
    now, zone = timezone.now(), report.group.tz
    report.shared_at = now - timedelta(minutes=61)
    report.save(update_fields=["shared_at"])
    heads = [(now + timedelta(minutes=minutes)).astimezone(zone) for minutes, _who, _said in SAID]
    lines = [f"{at:%d-%m-%Y %H:%M} - {who}: {said}\n" for at, (_m, who, said) in zip(heads, SAID, strict=True)]
    return zipped({"WhatsApp-chat met Buurt.txt": "".join(lines)})


@pytest.fixture
def dossier(export, report):
    report.refresh_from_db()
    return services.begin_dossier(report)


@pytest.fixture
def url(dossier, group):
    return f"/bureau/{group.slug}/dossiers/{dossier.pk}/gesprek/"


def times(dossier):
    start, end = window.usual_window(dossier.report)
    local = [moment.astimezone(dossier.report.group.tz) for moment in (start, end)]
    return dict(zip(("start", "end"), (f"{at:%Y-%m-%dT%H:%M}" for at in local), strict=True))


def bring(client, url, dossier, export, **more):
    return client.post(url, {"file": SimpleUploadedFile("chat.zip", export), **times(dossier), **more})


def seal_in(page) -> str:
    return (
        re.search(r'name="seal" value="([^"]+)"', page.content.decode())[1]
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&#x27;", "'")
    )


def test_only_the_messages_of_the_incident_are_shown(dossier, login, anna, url, export):
    page = bring(login(anna), url, dossier, export).content.decode()

    assert "Man voelt aan de poorten" in page
    assert "eieren" not in page.lower()
    assert not Excerpt.objects.exists()


@pytest.fixture
def summer_time_ends():
    """Half past two, for the second time that night."""
    with time_machine.travel("2026-10-25T02:30:00+01:00"):
        yield


def test_in_the_hour_that_comes_twice_nothing_is_missed(summer_time_ends, dossier, login, anna, url, export):
    page = bring(login(anna), url, dossier, export)

    assert page.status_code == 200
    assert "Man voelt aan de poorten" in page.content.decode()
    assert "Bedankt allemaal" in page.content.decode()
    assert "eieren" not in page.content.decode().lower()


def test_a_time_that_summer_time_skips_gets_a_sentence(dossier, login, anna, url, export):
    page = bring(login(anna), url, dossier, export, start="2026-03-29T02:30", end="2026-03-29T04:00")

    assert page.status_code == 400
    assert "bw-error" in page.content.decode()


def test_names_are_first_names_and_numbers_are_gone(dossier, login, anna, url, export):
    page = bring(login(anna), url, dossier, export).content.decode()

    assert "Jan</strong>" in page
    assert "Jan (2)</strong>" in page
    assert "Buur 1</strong>" in page
    assert "Buur 2</strong>" in page
    for private in ("Jansen", "Vries", "Pien", "12345678", "87654321"):
        assert private not in page
    assert f"bel @Jan op {BLOCK * 5}" in page


def test_what_was_ticked_goes_into_the_sealed_file(dossier, login, anna, url, export, tmp_path):
    client = login(anna)
    seal = seal_in(bring(client, url, dossier, export))
    answer = client.post(url, {"seal": seal, "line": ["0", "1", "x", "999999999", "77"]})
    package = bundle.package_of(dossier)
    found = json.loads(bundle.file_in(package, bundle.JSON_NAME))["excerpt"]

    assert answer.status_code == 302
    assert [line["who"] for line in found["lines"]] == ["Jan", "Buur 1"]
    assert "WhatsApp" in found["origin"]
    assert "Anna" in found["origin"]
    assert "bewijzen" in found["origin"]
    path = tmp_path / "dossier.zip"
    path.write_bytes(package)
    assert verify(path).is_sound
    assert bundle.file_in(package, bundle.PDF_NAME).startswith(b"%PDF-")
    assert Line.objects.get(action="dossier.excerpt_added").facts == {"lines": 2}


def test_a_changed_word_in_the_conversation_is_found(dossier, anna, tmp_path):
    services.add_excerpt(dossier, [Said("2026-01-01T21:00:00", "Jan", "Man")], chosen={0}, by=anna)
    document = json.loads(bundle.file_in(bundle.package_of(dossier), bundle.JSON_NAME))
    document["excerpt"]["lines"][0]["words"] = "Vrouw"
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(document))

    assert verify(path).problems == ["The conversation was changed."]


def test_the_officer_reads_it(dossier, anna, dirk, login):
    services.add_excerpt(dossier, [Said("2026-01-01T21:00:00", "Jan", "Man bij poort")], chosen={0}, by=anna)
    services.hand_over_dossier(dossier, by=anna)

    assert "Man bij poort" in login(dirk).get(f"/politie/dossiers/{dossier.pk}/").content.decode()


def test_it_can_be_taken_out_again_until_it_leaves(dossier, login, anna, url):
    services.add_excerpt(dossier, [Said("2026-01-01T21:00:00", "Jan", "Man")], chosen={0}, by=anna)
    login(anna).post(url, {"remove": "1"})
    assert sheet_of(dossier).talk is None

    services.hand_over_dossier(dossier, by=anna)
    with pytest.raises(DomainError, match="bij de politie"):
        services.add_excerpt(dossier, [Said("2026-01-01T21:00:00", "Jan", "Man")], chosen={0}, by=anna)
    assert login(anna).get(url).status_code == 302


def test_nothing_ticked_is_a_sentence(dossier, anna):
    with pytest.raises(DomainError, match="Kies"):
        services.add_excerpt(dossier, [Said("2026-01-01T21:00:00", "Jan", "Man")], chosen=set(), by=anna)


def test_the_seal_is_for_one_dossier_one_person_one_hour(dossier, anna, bram, monkeypatch):
    lines = [Said("2026-01-01T21:00:00", "Jan", "Man")]
    seal = sealed(lines, dossier_id=dossier.pk, person_id=anna.pk)

    assert "Man" not in seal
    assert unsealed(seal, dossier_id=dossier.pk, person_id=anna.pk) == lines
    for dossier_id, person_id, text in (
        (bram.pk, anna.pk, seal),
        (dossier.pk, bram.pk, seal),
        (dossier.pk, anna.pk, "x"),
    ):
        with pytest.raises(DomainError, match="Niets is bewaard"):
            unsealed(text, dossier_id=dossier_id, person_id=person_id)
    monkeypatch.setattr(timezone, "now", lambda: datetime.now(UTC) + timedelta(hours=2))
    with pytest.raises(DomainError, match="Niets is bewaard"):
        unsealed(seal, dossier_id=dossier.pk, person_id=anna.pk)


def test_a_date_that_cannot_be_told_is_asked_and_the_answer_taken(dossier, login, anna, url):
    at = datetime(2026, 3, 4, 12, tzinfo=UTC)
    dossier.report.shared_at, dossier.report.closed_at = at, at
    dossier.report.save(update_fields=["shared_at", "closed_at"])
    text = b"04/03/2026, 12:55 - Jan: Man bij poort\n05/03/2026, 12:55 - Jan: Dank\n"
    asked = bring(login(anna), url, dossier, text)

    assert asked.status_code == 400
    assert 'value="month_first"' in asked.content.decode()
    assert "Man bij poort" in bring(login(anna), url, dossier, text, order="day_first").content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "leeg"), (b"%PDF-1.7", "geen WhatsApp-chat"), (b"12-03-2020 21:05 - Jan: hoi\n", "Niets gezegd")],
)
def test_another_file_gets_a_sentence(dossier, login, anna, url, content, words):
    page = bring(login(anna), url, dossier, content)

    assert page.status_code == 400
    assert words.lower() in page.content.decode().lower()


def test_a_flood_is_refused(dossier, monkeypatch):
    import io

    monkeypatch.setattr(window, "MOST_LINES", 3)
    file = io.BytesIO(b"13-03-2024 21:05 - Jan: hoi\n" * 4)
    start = datetime(2024, 3, 13, 20, tzinfo=UTC)

    with pytest.raises(DomainError, match="3"):
        messages_between(file, start, start + timedelta(hours=1), zone=dossier.report.group.tz, order=None)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Jan Jansen", "Jan"),
        ("Dr. Mulder", "Dr"),
        ("🌷 Roos", "Buur 1"),
        ("~ Roos", "Buur 1"),
        ("+32 478 12 34 56", "Buur 1"),
    ],
)
def test_a_name_is_shortened(raw, shown, db):
    from django.utils.translation import override

    with override("nl"):
        assert Shown().name(raw) == shown


def test_after_thirty_days_it_is_gone_with_the_rest(dossier, anna):
    services.add_excerpt(dossier, [Said("2026-01-01T21:00:00", "Jan", "Man")], chosen={0}, by=anna)
    services.hand_over_dossier(dossier, by=anna)

    forget_content(timezone.now() + timedelta(days=31))

    assert not Excerpt.objects.exists()


@pytest.mark.parametrize("who", ["bram", "farid", "dirk", "eva", "chantal"])
def test_only_the_coordinator_brings_it(login, cast, who, url):
    assert login(getattr(cast, who)).get(url).status_code == 404
