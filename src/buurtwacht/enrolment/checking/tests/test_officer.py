# SPDX-License-Identifier: EUPL-1.2
import subprocess

import pytest

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.models import OfficerCard
from buurtwacht.testing.nasty import nasty_strings

CARD = "/politie/ede/mijn-kaart/"


@pytest.fixture
def filled(login, dirk, group):
    """Dirk is there for one group, and can be called."""
    data = {"phone": "06 1111 2222", "hours": "ma-do 9-17", "groups": [str(group.pk)], "gives_workshops": "on"}
    assert login(dirk).post(CARD, data).status_code == 302
    return OfficerCard.objects.get()


def test_the_coordinator_reaches_the_officer_of_the_own_group_and_members_do_not(
    filled, login, anna, bram, farid, group, next_group
):
    page = login(anna).get(f"/bureau/{group.slug}/wijkagent/").content.decode()
    assert "06 1111 2222" in page
    assert "ma-do 9-17" in page
    assert login(bram).get(f"/bureau/{group.slug}/wijkagent/").status_code == 404

    assert "06 1111 2222" not in login(farid).get(f"/bureau/{next_group.slug}/wijkagent/").content.decode()


def test_the_officer_knows_who_coordinates(filled, login, dirk, anna, bram, group):
    page = login(dirk).get(CARD).content.decode()

    assert anna.email in page
    assert bram.email not in page
    for person in (anna, bram):
        assert login(person).get(CARD).status_code == 404
        assert login(person).get("/politie/ede/groepen.pdf").status_code == 404


def test_without_chosen_groups_an_officer_is_there_for_all(login, dirk, farid, cast, next_group):
    services.fill_card(cast.organisation, by=dirk, phone="101")

    assert "101" in login(farid).get(f"/bureau/{next_group.slug}/wijkagent/").content.decode()


def test_the_summary_for_colleagues_names_groups_and_no_member(filled, login, dirk, tmp_path):
    (tmp_path / "groepen.pdf").write_bytes(login(dirk).get("/politie/ede/groepen.pdf").content)
    out = subprocess.run(["pdftotext", tmp_path / "groepen.pdf", "-"], check=True, capture_output=True)
    words = " ".join(out.stdout.decode().split())

    assert "Vogelbuurt" in words
    assert "Anna" in words
    assert "112" in words
    assert "Bram" not in words


def test_nasty_strings_on_a_card(login, dirk, anna, group):
    for words in nasty_strings()[::6]:
        data = {"phone": words, "email": words, "hours": words, "groups": words}
        assert login(dirk).post(CARD, data).status_code == 200 or OfficerCard.objects.exists(), words
        page = login(anna).get(f"/bureau/{group.slug}/wijkagent/")
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
