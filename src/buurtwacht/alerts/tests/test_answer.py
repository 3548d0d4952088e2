# SPDX-License-Identifier: EUPL-1.2
"""The silent answer, and the totals that move by it."""

import pytest

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.alerts.queries import reach
from buurtwacht.alerts.services import acknowledge
from buurtwacht.delivery.models import Delivery
from buurtwacht.groups.desk_registry import meters_of
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.live.models import Event
from buurtwacht.people.models import ContactPoint
from buurtwacht.reports.thread.answers_registry import answer_of
from buurtwacht.reports.thread.lines_registry import lines_about
from buurtwacht.reports.thread.services import close_report

URL = "/meldingen/{}/{}/"


def totals(report):
    found = reach(report)
    return found.alerted, found.reached, found.seen, found.watching, found.two, found.cannot


def test_an_answer_is_kept_and_may_change(report, anna):
    acknowledge(report.pk, anna, "watching")
    acknowledge(report.pk, anna, "two")

    assert Acknowledgement.objects.get(report=report, person=anna).answer == "two"
    assert answer_of(report.pk, anna.pk) == "two"
    assert Line.objects.filter(action="report.acknowledged", subject_id=report.pk).count() == 2


def test_totals_count_persons_and_not_devices(report, anna, gerrit, received):
    received(anna)
    assert totals(report) == (2, 2, 0, 0, 0, 0)

    acknowledge(report.pk, anna, "watching")
    acknowledge(report.pk, gerrit, "cannot")

    assert totals(report) == (2, 2, 2, 1, 0, 1)


def test_a_neighbour_without_a_phone_counts_as_alerted_and_not_as_reached(report, anna, gerrit, received):
    ContactPoint.objects.filter(person=gerrit).delete()
    received(anna)

    assert totals(report) == (2, 1, 0, 0, 0, 0)
    assert lines_about(report.pk) == "1 van 2 bereikt."
    assert [(meter.value, meter.most) for meter in meters_of(report.group) if "Bereikt" in meter.label] == [(1, 2)]


def test_the_totals_move_on_the_screens_of_reporter_and_coordinator_only(report, anna, bram, gerrit):
    Event.objects.all().delete()

    acknowledge(report.pk, gerrit, "watching")

    events = Event.objects.filter(name="replace")
    assert {event.topic for event in events} == {f"person:{bram.pk}", f"person:{anna.pk}"}
    assert f'id="bereik-{report.pk}"' in events[0].body
    assert "<dd>1</dd>" in events[0].body


def test_when_everybody_was_told_the_reporter_sees_it(report, anna, bram, received):
    received(anna)
    Event.objects.all().delete()

    handle_due_lines()

    bodies = [event.body for event in Event.objects.filter(topic=f"person:{bram.pk}", name="replace")]
    assert len(bodies) == 1
    assert "2 van 2 bereikt" in bodies[0]


def test_after_the_end_nobody_needs_to_answer(report, anna, gerrit):
    close_report(report, by=anna, reason="nothing_more")

    with pytest.raises(DomainError):
        acknowledge(report.pk, gerrit, "watching")


def test_the_form_works_without_a_script(report, anna, login):
    answer = login(anna).post(URL.format(report.pk, "antwoord"), {"answer": "watching"})

    assert (answer.status_code, answer.url) == (302, f"/meldingen/{report.pk}/")
    assert answer_of(report.pk, anna.pk) == "watching"


def test_with_a_script_a_short_thank_you_comes_back(report, anna, login):
    answer = login(anna).post(URL.format(report.pk, "antwoord"), {"answer": "two"}, headers={"HX-Request": "true"})

    assert "Wij kunnen met twee" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_nonsense_is_refused_with_a_sentence(report, anna, login):
    answer = login(anna).post(URL.format(report.pk, "antwoord"), {"answer": "hello"})

    assert answer.status_code == 400
    assert "Kies een van de vier antwoorden." in answer.content.decode()


@pytest.mark.parametrize("page", ["antwoord", "bereik", "klok"])
def test_the_next_group_along_finds_nothing(report, farid, login, client, page):
    visit = login(farid)
    ask = visit.post if page == "antwoord" else visit.get

    assert ask(URL.format(report.pk, page), {"answer": "seen"}).status_code == 404
    assert client.get(URL.format(report.pk, page)).status_code in (302, 405)
    assert not Acknowledgement.objects.exists()


@pytest.mark.parametrize("page", ["bereik", "klok"])
def test_totals_are_for_the_reporter_and_the_coordinator(report, anna, bram, gerrit, login, received, page):
    received(anna)

    for reader in (anna, bram):
        answer = login(reader).get(URL.format(report.pk, page), headers={"HX-Request": "true"})
        assert answer.status_code == 200
        assert "<html" not in answer.content.decode()
        assert login(reader).get(URL.format(report.pk, page)).status_code == 200
    assert login(gerrit).get(URL.format(report.pk, page)).status_code == 404


def test_nobody_reads_who_did_not_answer(report, anna, bram, gerrit, login, received):
    received(anna)
    Delivery.objects.filter(person_id=gerrit.pk).update(handed_over_at=None, state="failed")

    for page in ("bereik", "klok"):
        shown = login(bram).get(URL.format(report.pk, page), headers={"HX-Request": "true"}).content.decode()
        assert str(gerrit.pk) not in shown
        assert "Gerrit" not in shown


def test_the_answer_of_the_reporter_is_not_counted(report, bram, anna, received):
    received(anna)
    acknowledge(report.pk, bram, "watching")

    assert totals(report) == (2, 2, 0, 0, 0, 0)
