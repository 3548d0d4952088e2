# SPDX-License-Identifier: EUPL-1.2
"""Every nasty string in every field of the police's pages: a sentence or an answer, never a broken page."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from buurtwacht.dossiers import services
from buurtwacht.dossiers.mails import OPEN, OUTCOME
from buurtwacht.dossiers.models import Dossier, Handover
from buurtwacht.lib.links import link_token
from buurtwacht.testing.nasty import nasty_strings


@pytest.fixture
def handover(dossier, anna):
    return services.hand_over_dossier(dossier, by=anna)


def test_as_a_code(handover, client):
    url = f"/politie/open/{link_token(OPEN, handover.pk)}/"
    for words in nasty_strings():
        Handover.objects.update(wrong_codes=0)
        assert client.post(url, {"code": words}).status_code == 200, words
    assert Handover.objects.get().opened_at is None


def test_as_a_reference(handover, login, dirk):
    client = login(dirk)
    for words in nasty_strings():
        assert client.post(f"/politie/dossiers/{handover.dossier_id}/kenmerk/", {"reference": words}).status_code == 302
        page = client.get(f"/politie/dossiers/{handover.dossier_id}/")
        assert page.status_code == 200, words
        assert "<script>alert" not in page.content.decode()


def test_as_a_sentence_for_the_neighbours(handover, client):
    url = f"/politie/uitkomst/{link_token(OUTCOME, handover.dossier_id)}/"
    for words in nasty_strings():
        Dossier.objects.update(outcome="", status=Dossier.Status.HANDED_OVER)
        page = client.post(url, {"outcome": "spoken_to", "sentence": "own", "own": words}, follow=True)
        assert page.status_code == 200, words
        assert "<script>alert" not in page.content.decode()


def test_as_what_goes_along(dossier, login, anna, group):
    client = login(anna)
    words = nasty_strings()[:400]  # Django takes a thousand fields, and refuses more with a plain 400
    page = client.post(f"/bureau/{group.slug}/dossiers/{dossier.pk}/", {"include": words, "cut": words, "preview": "1"})

    assert page.status_code == 200
    assert not dossier.redactions.filter(is_included=True).exists()


def test_as_an_excerpt(dossier, login, anna, group):
    client = login(anna)
    url = f"/bureau/{group.slug}/dossiers/{dossier.pk}/gesprek/"
    for words in nasty_strings()[::4]:
        assert client.post(url, {"seal": words, "line": [words]}).status_code == 400, words
    for words in nasty_strings()[::10]:
        file = SimpleUploadedFile("chat.txt", words.encode(errors="replace"))
        assert client.post(url, {"file": file, "start": words, "end": words, "order": words}).status_code == 400, words
    assert not dossier.excerpts.exists()


def test_as_messages_of_an_old_group(dossier, login, anna, group):
    at = dossier.report.shared_at.astimezone(dossier.report.group.tz)
    later = (dossier.report.shared_at + timedelta(minutes=1)).astimezone(at.tzinfo)  # no minute that summer time skips
    lines = [f"{at:%d-%m-%Y %H:%M} - {' '.join(words.split())}: {words}\n" for words in nasty_strings()]
    client = login(anna)
    page = client.post(
        f"/bureau/{group.slug}/oude-groep/", {"file": SimpleUploadedFile("chat.txt", "".join(lines).encode())}
    )

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    window = {"start": f"{at:%Y-%m-%dT%H:%M}", "end": f"{later:%Y-%m-%dT%H:%M}"}
    for first in range(0, len(lines), 200):
        file = SimpleUploadedFile("chat.txt", "".join(lines[first : first + 200]).encode())
        page = client.post(f"/bureau/{group.slug}/dossiers/{dossier.pk}/gesprek/", {"file": file, **window})
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
