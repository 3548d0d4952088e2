# SPDX-License-Identifier: EUPL-1.2
"""A supposition can be flagged, judged and put in better words like all that somebody wrote."""

import pytest
from django.urls import reverse

from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.ids import new_id
from buurtwacht.moderation.flagging.pages import words_of
from buurtwacht.reports.content import Content, own_words, read
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import hide_entry

GUESS = "Pools busje, klopt niet"


@pytest.fixture
def entry(cast):
    report = make_report(cast.group, cast.bram)
    told = Content(text="Loopt weg.", place="Merelweg", supposed=GUESS)
    return add_entry(report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=cast.gerrit, content=told)


def test_who_flags_and_who_judges_reads_it_as_a_supposition(entry, cast, login):
    assert words_of(entry) == f"Loopt weg. Merelweg. Vermoeden: {GUESS}."
    page = login(cast.bram).get(reverse("report_flag", args=[entry.report_id, entry.pk])).content.decode()
    assert f"Vermoeden: {GUESS}." in page


def test_who_wrote_it_changes_it(entry, cast, login):
    tip = reverse("report_tip", args=[entry.report_id, entry.pk])
    login(cast.bram).post(reverse("report_flag", args=[entry.report_id, entry.pk]), {"reason": "discriminates"})
    handle_due_lines()
    browser = login(cast.gerrit)
    assert GUESS in browser.get(tip).content.decode()
    better = {"change": "1", "entry_id": str(new_id()), "text": "Loopt weg.", "supposed": "", "place": "Merelweg"}
    assert browser.post(tip, better).status_code == 302

    standing = [read(one) for one in entry.report.entries.all() if one.content]
    assert not any(one.supposed for one in standing)
    assert any(one.text == "Loopt weg." for one in standing)


def test_once_hidden_only_the_writer_and_who_judges_read_it(entry, cast, login):
    hide_entry(entry, by=cast.anna, reason="accusation")
    entry.refresh_from_db()
    assert own_words(entry).supposed == GUESS
    for who in (cast.bram, cast.anna):
        assert "Pools busje" not in login(who).get(f"/meldingen/{entry.report_id}/").content.decode()
