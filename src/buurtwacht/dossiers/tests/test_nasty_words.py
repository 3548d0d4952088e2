# SPDX-License-Identifier: EUPL-1.2
"""Every nasty string in every field of the police's pages: a sentence or an answer, never a broken page."""

import pytest

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
