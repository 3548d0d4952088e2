# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.delivery.models import Intent
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.lib.ids import new_id
from buurtwacht.reports import chain
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services

from .threads import kinds, sighting

Kind, Role = Entry.Kind, Entry.Role


def test_what_a_neighbour_sees_is_told_to_the_group(group, bram, gerrit):
    report = make_report(group, bram)

    entry = sighting(report, gerrit)

    assert (entry.kind, entry.role, read(entry).place) == (Kind.SIGHTING, Role.MEMBER, "Merelweg")
    assert Intent.objects.filter(kind="report.entry", subject_id=entry.pk, priority=1).exists()
    assert Line.objects.filter(action="report.supplemented", by_id=gerrit.pk).exists()
    assert chain.verify(report.pk, report.entries.order_by("sequence")).is_whole


@pytest.mark.parametrize(("name", "role"), [("bram", "reporter"), ("gerrit", "member"), ("anna", "coordinator")])
def test_everybody_speaks_in_their_own_role(cast, name, role):
    assert sighting(make_report(cast.group, cast.bram), getattr(cast, name)).role == role


def test_sending_a_form_twice_says_it_once(group, bram, gerrit):
    report, number = make_report(group, bram), new_id()

    first = sighting(report, gerrit, entry_id=number)
    second = sighting(report, gerrit, entry_id=number)

    assert first.pk == second.pk == number
    assert kinds(report) == ["shared", "sighting"]


def test_a_number_of_another_report_is_not_used_again(group, bram, gerrit):
    number = new_id()
    sighting(make_report(group, bram), gerrit, entry_id=number)
    other = make_report(group, bram)
    with pytest.raises(DomainError):
        sighting(other, gerrit, entry_id=number)
    assert kinds(other) == ["shared"]


def test_after_the_end_nothing_is_added_and_somebody_says_why(group, anna, bram, gerrit):
    report = make_report(group, bram)
    services.close_report(report, by=anna, reason="nothing_more")

    with pytest.raises(DomainError, match="112"):
        sighting(report, gerrit)
    assert kinds(report) == ["shared", "closing"]


def test_words_that_harm_do_not_get_through_whoever_asks(group, bram, gerrit):
    report = make_report(group, bram)
    with pytest.raises(DomainError):
        sighting(report, gerrit, "Kom allemaal naar de Molenweg, we pakken hem")
    assert kinds(report) == ["shared"]


@pytest.mark.parametrize("name", ["farid", "chantal", "dirk", "eva", "hanna"])
def test_who_is_not_in_the_group_adds_nothing(cast, name):
    report = make_report(cast.group, cast.bram)
    with pytest.raises(NotFound):
        sighting(report, getattr(cast, name))


@pytest.mark.parametrize("kind", [Kind.CLOSING, Kind.CORRECTION, Kind.OUTCOME, Kind.SHARED, Kind.HANDOVER])
def test_a_neighbour_cannot_speak_for_the_coordinator_or_the_police(group, bram, gerrit, kind):
    with pytest.raises(ValueError, match="not for neighbours"):
        services.add_supplement(make_report(group, bram), by=gerrit, kind=kind, content=Content(text="Klaar."))
