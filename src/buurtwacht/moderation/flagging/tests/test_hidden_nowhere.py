# SPDX-License-Identifier: EUPL-1.2
"""Words that were hidden are nowhere to be read: pages, stream, messages, dossier, exports, the next group."""

import io
import json
import zipfile

import pytest
from django.urls import reverse

from buurtwacht.alerts.models import Relay
from buurtwacht.alerts.old_group import text_for_old_group
from buurtwacht.alerts.relay.queries import question_of
from buurtwacht.dossiers.bundle import package_of
from buurtwacht.dossiers.models import Dossier
from buurtwacht.dossiers.queries import review_lines
from buurtwacht.dossiers.services import begin_dossier, hand_over_dossier
from buurtwacht.dossiers.sheet import sheet_of
from buurtwacht.dossiers.verifier import verify
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Event
from buurtwacht.privacy.declare import declarations
from buurtwacht.reports.compose import message_of
from buurtwacht.reports.content import Content, VehicleCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.neighbouring import content_for_neighbours, share_from_neighbours
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread import services
from buurtwacht.reports.thread.tests.threads import make_photo, sighting

WORDS = "paarse pantoffels"
PAGES = ("report", "report_shared", "report_add", "alert_reach", "alert_clock")
LISTS = ("reports", "home")


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram)


@pytest.fixture
def said(report, cast):
    content = Content(text=f"Iemand met {WORDS}", direction=f"Naar {WORDS}", place="Merelweg")
    return services.add_supplement(report, by=cast.gerrit, kind=Entry.Kind.SIGHTING, content=content)


def everything_members_read(cast, report, login):
    """All pages about reports that the members, the coordinator, the officer and the auditor can open."""
    for person in (cast.anna, cast.bram, cast.gerrit, cast.dirk, cast.eva, cast.hanna):
        client = login(person)
        for url in (*(reverse(name, args=[report.pk]) for name in PAGES), *map(reverse, LISTS)):
            yield client.get(url).content.decode()
    client = login(cast.anna)
    for name in ("desk", "desk_reports", "desk_figures", "flags"):
        yield client.get(reverse(name, args=[cast.group.slug])).content.decode()
    for name in ("report_close", "report_hide", "report_old_group", "report_answer"):
        yield client.get(reverse(name, args=[cast.group.slug, report.pk])).content.decode()


def test_no_page_and_no_stream_has_them(report, said, cast, login):
    assert any(WORDS in page for page in everything_members_read(cast, report, login))
    services.hide_entry(said, by=cast.anna, reason="untrue")
    for page in everything_members_read(cast, report, login):
        assert WORDS not in page
    assert not any(WORDS in event.body for event in Event.objects.all())


def test_nobody_is_told_them_any_more(report, said, cast, received):
    services.hide_entry(said, by=cast.anna, reason="untrue")
    for person in (cast.anna, cast.bram, cast.gerrit):
        for message in received(person):
            assert WORDS not in repr(message)


def test_who_was_told_hears_once_that_they_are_gone(report, said, cast, received):
    before = received(cast.bram)
    assert any(WORDS in message.body for message in before)
    services.hide_entry(said, by=cast.anna, reason="untrue")

    after = received(cast.bram)[len(before) :]
    assert [message.title for message in after if "verborgen" in message.title]
    assert {message.topic for message in after} == {before[-1].topic}  # so that a lock screen shows it in their place
    assert received(cast.bram)[len(before) :] == after
    assert not any("Een bericht is verborgen" in message.title for message in received(cast.gerrit))


@pytest.mark.parametrize("when", ["before closing", "on the desk", "with the police"])
def test_the_police_read_nothing_of_them(report, said, cast, when, tmp_path):
    if when == "before closing":
        services.hide_entry(said, by=cast.anna, reason="untrue")
    services.close_report(report, by=cast.anna, reason="nothing_more")
    dossier = begin_dossier(Report.objects.get(pk=report.pk))
    if when == "on the desk":
        services.hide_entry(said, by=cast.anna, reason="untrue")
    handover = hand_over_dossier(dossier, by=cast.anna)
    if when == "with the police":
        services.hide_entry(said, by=cast.anna, reason="untrue")
    handle_due_lines()

    dossier = Dossier.objects.get(pk=dossier.pk)
    handover.refresh_from_db()
    assert WORDS not in repr(sheet_of(dossier)) + repr(review_lines(dossier))
    assert WORDS not in read(bytes(handover.package))
    assert WORDS not in read(package_of(dossier))
    (tmp_path / "dossier.zip").write_bytes(bytes(handover.package))
    assert verify(tmp_path / "dossier.zip").is_sound


def read(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return json.dumps(json.loads(archive.read("dossier.json")), ensure_ascii=False)


def test_shown_again_the_program_looks_through_them_for_the_dossier(report, said, cast):
    services.hide_entry(said, by=cast.anna, reason="untrue")
    services.close_report(report, by=cast.anna, reason="nothing_more")
    dossier = begin_dossier(Report.objects.get(pk=report.pk))
    assert not dossier.redactions.filter(entry=said).exists()
    services.show_entry_again(said, by=cast.anna)
    handle_due_lines()
    assert dossier.redactions.filter(entry=said).exists()
    assert any(WORDS in line.shown for line in review_lines(Dossier.objects.get(pk=dossier.pk)))


def test_a_hidden_report_goes_to_nobody(cast):
    report = make_report(cast.group, cast.bram, content=told(text=f"Iemand met {WORDS}", place=f"Naast {WORDS}"))
    relay = Relay.objects.create(report=report, to_group=cast.next_group)
    make_photo(report, audience="waiting")
    services.close_report(report, by=cast.anna, reason="nothing_more")
    dossier = begin_dossier(Report.objects.get(pk=report.pk))
    handover = hand_over_dossier(dossier, by=cast.anna)
    services.hide_report(report, by=cast.anna, reason="accusation")
    handle_due_lines()

    handover.refresh_from_db()
    hidden = Report.objects.get(pk=report.pk)
    assert WORDS not in read(bytes(handover.package))
    assert WORDS not in repr(sheet_of(Dossier.objects.get(pk=dossier.pk)))
    assert WORDS not in repr(question_of(Relay.objects.get(pk=relay.pk)))
    assert WORDS not in repr(message_of(content_for_neighbours(hidden), cast.group.policy, cast.group.tz))
    assert WORDS not in text_for_old_group(hidden)
    with pytest.raises(DomainError):
        hand_over_dossier(Dossier.objects.get(pk=dossier.pk), by=cast.anna)


def test_what_came_of_a_hidden_report_is_told_to_nobody(cast, received):
    report = make_report(cast.group, cast.bram)
    received(cast.gerrit)
    services.hide_report(report, by=cast.anna, reason="accusation")
    before = len(received(cast.gerrit))
    sighting_of_the_police = Content(text="Er is iemand aangesproken.")
    add_entry(
        Report.objects.get(pk=report.pk),
        kind=Entry.Kind.OUTCOME,
        role=Entry.Role.POLICE,
        content=sighting_of_the_police,
    )
    assert len(received(cast.gerrit)) == before


def test_no_export_but_that_of_its_writer_has_them(report, said, cast):
    services.hide_entry(said, by=cast.anna, reason="untrue")
    for person in (cast.anna, cast.bram):
        assert not any(WORDS in repr(one.export(person.pk)) for one in declarations())
    assert any(WORDS in repr(one.export(cast.gerrit.pk)) for one in declarations())


def test_the_journal_never_had_them(report, said, cast):
    services.hide_entry(said, by=cast.anna, reason="untrue")
    assert WORDS not in repr(list(Line.objects.values_list("facts", flat=True)))


def test_a_vehicle_that_was_hidden_is_not_passed_on(report, cast):
    entry = sighting(report, cast.gerrit, f"Auto met {WORDS}")
    services.hide_entry(entry, by=cast.anna, reason="untrue")
    assert WORDS not in repr(content_for_neighbours(Report.objects.get(pk=report.pk)))


def test_a_group_that_passed_a_hidden_vehicle_on_hears_of_it(report, cast, received):
    cast.farid.memberships.update(role="coordinator")
    vehicle = Content(vehicles=(VehicleCard(kind="van", colour="paars"),))
    entry = services.add_supplement(report, by=cast.gerrit, kind=Entry.Kind.VEHICLE, content=vehicle)
    copy = share_from_neighbours(report, cast.next_group, by=cast.farid, copy_id=new_id())
    Relay.objects.create(report=report, to_group=cast.next_group, copy=copy, answer="passed_on")
    services.hide_entry(entry, by=cast.anna, reason="untrue")
    assert "Een bericht in Vogelbuurt is verborgen" in {message.title for message in received(cast.farid)}
