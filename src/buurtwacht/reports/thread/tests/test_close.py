# SPDX-License-Identifier: EUPL-1.2
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from buurtwacht.delivery.models import Intent
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.lib.ids import new_id
from buurtwacht.reports import chain
from buurtwacht.reports.content import Content, PersonCard, read
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread import services
from buurtwacht.testing.cast import gather, join

from .threads import kinds, sighting


def test_the_coordinator_ends_it_and_everybody_gets_one_last_message(group, anna, bram):
    report = make_report(group, bram)

    entry = services.close_report(report, by=anna, reason="police_dealt", advice="Kijk uw poort na.")

    report.refresh_from_db()
    assert (report.status, report.closed_by, report.close_reason) == ("closed", anna, "police_dealt")
    assert (entry.kind, read(entry).advice) == (Entry.Kind.CLOSING, "Kijk uw poort na.")
    assert Intent.objects.filter(subject_id=entry.pk).count() == 1
    assert Line.objects.filter(action="report.closed", subject_id=report.pk).count() == 1


def test_a_false_alarm_erases_at_once(group, anna, bram):
    report = make_report(group, bram)
    services.close_report(report, by=anna, reason="false_alarm", advice="Het was de krantenbezorger.")
    report.refresh_from_db()
    assert (report.status, report.close_reason) == ("closed", "false_alarm")
    assert report.entries.order_by("sequence").first().content is None


def test_after_a_false_alarm_the_title_tells_the_behaviour_and_nobody(group, anna, bram):
    report = make_report(group, bram)
    report.title = "Man in rode jas voelt aan poorten"
    report.save(update_fields=["title"])
    services.close_report(report, by=anna, reason="false_alarm", advice="Het was de krantenbezorger.")
    report.refresh_from_db()
    assert report.title == "Iemand voelt aan deuren of poorten"


@pytest.mark.parametrize("name", ["bram", "gerrit", "farid", "dirk"])
def test_nobody_else_closes(cast, name):
    report = make_report(cast.group, cast.bram)
    with pytest.raises(NotFound):
        services.close_report(report, by=getattr(cast, name), reason="nothing_more")


def test_a_deputy_closes_while_standing_in(cast):
    from django.utils import timezone

    report = make_report(cast.group, cast.bram)
    cast.group.memberships.filter(person=cast.gerrit).update(deputy_until=timezone.localdate())
    assert services.close_report(report, by=cast.gerrit, reason="nothing_more").role == Entry.Role.COORDINATOR


@pytest.mark.parametrize(
    "act",
    [
        lambda report, by: sighting(report, by),
        lambda report, by: services.call_made(report, by=by, content=Content(text="Er is een tweede man.")),
        lambda report, by: services.mark_police_on_site(report, by=by),
        lambda report, by: services.correct_report(report, by=by, content=told()),
        lambda report, by: services.withdraw_report(report, by=by),
        lambda report, by: services.call_it_false_alarm(report, by=by),
        lambda report, by: services.close_report(report, by=by, reason="nothing_more"),
        lambda report, by: services.advise_to_call(report, by=by),
        lambda report, by: services.ask_the_group(report, by=by),
        lambda report, by: services.raise_alarm(report, by=by),
        lambda report, by: services.ask_for_buddy(report, by=by),
    ],
)
def test_after_the_end_everything_is_refused_in_a_sentence(group, anna, bram, act):
    report = make_report(group, bram)
    services.close_report(report, by=anna, reason="nothing_more")
    with pytest.raises(DomainError) as refusal:
        act(report, anna)
    assert str(refusal.value.message).endswith((".", "?"))
    assert kinds(report) == ["shared", "closing"]


def test_one_form_sent_twice_closes_once(group, anna, bram):
    report, number = make_report(group, bram), new_id()
    for _time in range(2):
        services.close_report(report, by=anna, reason="nothing_more", entry_id=number)
    assert kinds(report) == ["shared", "closing"]


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_who_close_at_once_close_once():
    cast = gather()
    join(cast.group, cast.hanna, role="coordinator")
    report = make_report(cast.group, cast.bram)

    outcomes = _at_once(
        lambda: services.close_report(report, by=cast.anna, reason="nothing_more"),
        lambda: services.close_report(report, by=cast.hanna, reason="police_dealt"),
    )

    assert sorted(outcomes) == ["done", "refused"]
    assert kinds(report) == ["shared", "closing"]


@pytest.mark.django_db(transaction=True)
def test_a_supplement_while_closing_comes_before_the_end_or_not_at_all():
    cast = gather()
    for _round in range(5):
        report = make_report(cast.group, cast.bram)
        content = Content(persons=(PersonCard(sex="man"),))
        _at_once(
            lambda report=report: services.close_report(report, by=cast.anna, reason="nothing_more"),
            lambda report=report, content=content: services.add_supplement(
                report, by=cast.gerrit, kind=Entry.Kind.PERSON, content=content
            ),
        )
        assert kinds(report) in (["shared", "closing"], ["shared", "person", "closing"])
        assert chain.verify(report.pk, report.entries.order_by("sequence")).is_whole


def _at_once(*acts):
    def run(act):
        try:
            act()
        except DomainError:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))
