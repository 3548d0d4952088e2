# SPDX-License-Identifier: EUPL-1.2
"""The program first: a private word to who wrote it, and three ways to answer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.moderation.flagging import queries, rules, services
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.queries import thread_of
from buurtwacht.reports.thread.services import correct_report


def tip_of(entry):
    return reverse("report_tip", args=[entry.report_id, entry.pk])


def texts(messages):
    return "\n".join(f"{message.title} {message.body}" for message in messages)


def flagged(entry, by):
    services.raise_flag(entry, by=by, reason="discriminates")
    handle_due_lines()


def better(entry, text="Busje met ladder, deur open"):
    return {"change": "1", "entry_id": str(new_id()), "text": text, "place": "Merelweg"}


def test_nudge_accepted(doubtful, cast, login, received):
    flagged(doubtful, cast.gerrit)

    # Bram alone hears of it, and reads what the program found and what was agreed.
    assert "nog eens" in texts(received(cast.bram))
    for other in (cast.anna, cast.gerrit):
        assert "nog eens" not in texts(received(other))
    page = login(cast.bram).get(tip_of(doubtful)).content.decode()
    assert "Pools" in page
    assert "Wat we afspraken" in page

    # He says it in other words.
    assert login(cast.bram).post(tip_of(doubtful), better(doubtful)).status_code == 302
    lines = thread_of(doubtful.report).lines
    assert "Busje met ladder" in lines[0].headline
    assert not any("Pools" in line.headline + line.text for line in lines)

    # Gerrit hears how it ended; nobody had to look at it.
    assert "veranderd" in texts(received(cast.gerrit))
    assert Flag.objects.get().outcome == "changed"
    assert queries.waiting_for(cast.group, cast.anna) == []


def test_nudge_refused(doubtful, cast, login, received):
    flagged(doubtful, cast.gerrit)
    login(cast.bram).post(tip_of(doubtful), {"keep": "1"})

    assert Nudge.objects.get().answer == "kept"
    assert "Pools" in " ".join(line.headline for line in thread_of(doubtful.report).lines)
    assert "iets niet klopt" in texts(received(cast.anna))
    assert [one.entry for one in queries.waiting_for(cast.group, cast.anna)] == [doubtful]


def test_taken_back(doubtful, cast, login):
    flagged(doubtful, cast.gerrit)
    login(cast.bram).post(tip_of(doubtful), {"take_back": "1"})
    assert not any("Pools" in line.headline + line.text for line in thread_of(doubtful.report).lines)
    assert Flag.objects.get().outcome == "changed"
    assert Nudge.objects.get().answer == "taken_back"


def test_without_an_answer_people_look_after_an_hour(doubtful, cast):
    flagged(doubtful, cast.gerrit)
    assert queries.waiting_for(cast.group, cast.anna) == []
    soon = timezone.now() + rules.TO_ANSWER
    assert services.look_after_nudges(soon - timedelta(minutes=1)) == 0
    assert services.look_after_nudges(soon + timedelta(minutes=1)) == 1
    assert services.look_after_nudges(soon + timedelta(minutes=2)) == 0
    assert [one.entry for one in queries.waiting_for(cast.group, cast.anna)] == [doubtful]


def test_what_is_hard_cannot_be_kept(report, cast, login):
    entry = add_entry(
        report,
        kind=Entry.Kind.SIGHTING,
        role=Entry.Role.REPORTER,
        author=cast.bram,
        content=Content(text="Dit is de dief"),
    )
    flagged(entry, cast.gerrit)
    page = login(cast.bram).get(tip_of(entry)).content.decode()
    assert 'name="keep"' not in page
    with pytest.raises(DomainError):
        services.keep_words(Nudge.objects.get(), by=cast.bram)


def test_words_that_are_no_better_are_refused_and_not_lost(doubtful, cast, login):
    flagged(doubtful, cast.gerrit)
    answer = login(cast.bram).post(tip_of(doubtful), better(doubtful, "Wat een idioot, dit is de dief"))
    assert "idioot" in answer.content.decode()
    doubtful.refresh_from_db()
    assert doubtful.hidden_at is None


def test_sent_against_advice_about_people_it_is_asked_once_more(doubtful, plain, cast, received):
    handle_due_lines()
    assert Nudge.objects.get().entry == doubtful
    assert Nudge.objects.get().reasons == ["discrimination"]
    assert queries.waiting_for(cast.group, cast.anna) == []


def test_a_correction_of_the_report_settles_what_was_flagged_in_it(report, cast):
    first = report.entries.get()
    flagged(first, cast.gerrit)
    services.send_nudge(first, by=cast.anna, reasons=["untrue"])
    correct_report(report, by=cast.bram, content=Content(text="Man kijkt in auto’s.", behaviours=("looks_inside",)))
    handle_due_lines()
    assert Flag.objects.get().outcome == "changed"
    assert Nudge.objects.get().answer == "changed"


def test_the_tip_about_a_whole_report_leads_to_its_correction(report, cast, login):
    first = report.entries.get()
    services.send_nudge(first, by=cast.anna, reasons=["untrue"])
    page = login(cast.bram).get(tip_of(first)).content.decode()
    assert reverse("report_correct", args=[report.pk]) in page
    assert reverse("report_withdraw", args=[report.pk]) in page


def test_nobody_else_reads_the_tip(doubtful, cast, login):
    flagged(doubtful, cast.gerrit)
    for other in (cast.anna, cast.gerrit, cast.farid):
        assert login(other).get(tip_of(doubtful)).status_code == 404


def test_the_answer_is_on_record_without_a_word(doubtful, cast, login):
    flagged(doubtful, cast.gerrit)
    login(cast.bram).post(tip_of(doubtful), better(doubtful))
    answered = Line.objects.get(action="nudge.answered")
    assert answered.facts["answer"] == "changed"
    assert "Pools" not in repr(list(Line.objects.values_list("facts", flat=True)))


def test_answering_twice_answers_once(doubtful, cast, login):
    flagged(doubtful, cast.gerrit)
    data = better(doubtful)
    client = login(cast.bram)
    client.post(tip_of(doubtful), data)
    client.post(tip_of(doubtful), data)
    assert Entry.objects.filter(report=doubtful.report, kind=Entry.Kind.SIGHTING).count() == 2


def test_the_tip_stands_on_the_first_page_until_it_is_answered(doubtful, cast, login):
    flagged(doubtful, cast.gerrit)
    there = tip_of(doubtful)

    assert there in login(cast.bram).get(reverse("home")).content.decode()
    assert there not in login(cast.gerrit).get(reverse("home")).content.decode()

    assert login(cast.bram).post(there, {"keep": "1"}).status_code == 302
    assert there not in login(cast.bram).get(reverse("home")).content.decode()
