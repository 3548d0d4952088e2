# SPDX-License-Identifier: EUPL-1.2
"""What the group shares stays in the group: said once, marked everywhere, and no button to pass it on (R144, R064)."""

import re
from pathlib import Path

import pytest

import buurtwacht
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.people.viewing import reference_of
from buurtwacht.reports.tests.stories import make_report

SOURCE = Path(buurtwacht.__file__).parent
ONWARD = re.compile(r"navigator\.(can)?share\b|mailto:\?|t\.me/share|wa\.me/\?text|whatsapp://send|sharer", re.I)
SERVES = "Hier doet u mee als buur"


def pages_with_words(report):
    return ("/meldingen/", f"/meldingen/{report.pk}/", f"/meldingen/{report.pk}/aanvullen/gezien/", "/start/", "/")


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram)


def test_every_page_carries_the_mark_of_who_looks(cast, report, login):
    client = login(cast.gerrit)
    found = [page for page in pages_with_words(report) if client.get(page, follow=True).status_code == 200]
    assert len(found) >= 3
    for page in found:
        words = client.get(page, follow=True).content.decode()
        assert reference_of(cast.gerrit) in words
        assert reference_of(cast.bram) not in words


@pytest.mark.parametrize("page", ["/bureau/vogelbuurt/", "/bureau/vogelbuurt/zaken/", "/bureau/vogelbuurt/meldingen/"])
def test_the_desk_carries_it_too(cast, report, login, page):
    assert reference_of(cast.anna) in login(cast.anna).get(page, follow=True).content.decode()


def test_a_stranger_has_no_mark(client, cast):
    assert "bw-viewer" not in client.get("/privacy/").content.decode()


def test_the_mark_weighs_next_to_nothing(cast, report, login):
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    [mark] = re.findall(r'<svg class="bw-viewer".*?</svg>', page, flags=re.S)
    assert len(mark) < 450  # bytes: no request, no file, nothing to wait for
    assert 'aria-hidden="true"' in mark


def test_the_page_says_once_that_it_is_for_the_group(cast, report, login):
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    assert page.count("Dit is alleen voor uw groep.") == 1


def test_no_script_and_no_page_can_pass_anything_on():
    files = [*SOURCE.rglob("static/**/*.js"), *SOURCE.rglob("templates/**/*.html")]
    ours = [path for path in files if "vendor" not in path.parts]
    assert len(ours) > 100
    assert [str(path) for path in ours if ONWARD.search(path.read_text())] == []


def test_a_report_has_no_button_to_pass_it_on(cast, report, login):
    page = login(cast.gerrit).get(f"/meldingen/{report.pk}/").content.decode()
    labels = re.findall(r"<(?:a|button)\b[^>]*>(.*?)</(?:a|button)>", page, flags=re.S)
    assert not [label for label in labels if re.search(r"\b(delen|deel dit|doorsturen|stuur door)\b", label, re.I)]


class TestWhoServes:
    @pytest.fixture
    def pages(self, cast, report, login):
        """The report and the form to add something, as Gerrit sees them: with the flag, and without."""

        def seen(*, serves):
            Membership.objects.filter(person=cast.gerrit).update(serves=serves)
            client = login(cast.gerrit)
            paths = (f"/meldingen/{report.pk}/", f"/meldingen/{report.pk}/aanvullen/gezien/")
            return [client.get(path).content.decode() for path in paths]

        return seen

    def test_it_is_said_again_where_it_matters(self, pages):
        assert [page.count(SERVES) for page in pages(serves=True)] == [1, 1]
        assert [page.count(SERVES) for page in pages(serves=False)] == [0, 0]

    def test_it_opens_no_door_that_others_do_not_have(self, pages):
        def doors(page):
            return re.findall(r'(?:href|action|name|hx-get)="([^"]*)"', page)

        with_flag, without = pages(serves=True), pages(serves=False)
        for one, other in zip(with_flag, without, strict=True):
            assert [door for door in doors(one) if len(door) < 60] == [door for door in doors(other) if len(door) < 60]

    def test_others_do_not_read_it(self, cast, report, login):
        Membership.objects.filter(person=cast.gerrit).update(serves=True)
        assert SERVES not in login(cast.bram).get(f"/meldingen/{report.pk}/").content.decode()
        assert membership_in(cast.gerrit, cast.group).serves
