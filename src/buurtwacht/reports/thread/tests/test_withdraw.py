# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.delivery.models import Intent
from buurtwacht.lib.errors import DomainError
from buurtwacht.live.models import Event
from buurtwacht.reports import chain
from buurtwacht.reports.content import Content, PersonCard
from buurtwacht.reports.models import Entry, Photo
from buurtwacht.reports.queries import thread_of
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services

from .threads import kinds, make_photo, sighting

Kind = Entry.Kind


@pytest.fixture
def report(group, bram, gerrit):
    report = make_report(group, bram)
    sighting(report, gerrit)
    services.add_supplement(
        report, by=gerrit, kind=Kind.PERSON, content=Content(persons=(PersonCard(clothing="Rode jas"),))
    )
    make_photo(report)
    return report


@pytest.mark.parametrize(
    ("end", "kind", "status"),
    [
        (services.withdraw_report, "withdrawn", "withdrawn"),
        (services.call_it_false_alarm, "false_alarm", "closed"),
    ],
)
def test_what_was_described_is_gone_and_everybody_hears_it_once(report, bram, end, kind, status):
    entry = end(report, by=bram, text="Het was de krantenbezorger.")

    report.refresh_from_db()
    assert (report.status, report.location) == (status, None)
    described = report.entries.filter(kind__in=[Kind.SHARED, Kind.SIGHTING, Kind.PERSON])
    assert [one.content for one in described] == [None, None, None]
    assert Photo.objects.get().image is None
    assert kinds(report)[-1] == kind
    assert Intent.objects.filter(subject_id=entry.pk).count() == 1
    assert chain.verify(report.pk, report.entries.order_by("sequence")).is_whole


def test_the_last_line_says_that_the_description_was_erased(report, bram):
    services.call_it_false_alarm(report, by=bram, text="Het was de krantenbezorger.")
    newest = thread_of(report).lines[0]
    assert "krantenbezorger" in newest.text
    assert "Rode jas" not in str(thread_of(report))


def test_open_screens_lose_the_description_too(report, bram):
    before = Event.objects.order_by("-id").values_list("id", flat=True).first()
    services.withdraw_report(report, by=bram)
    after = Event.objects.filter(id__gt=before, topic=f"report:{report.pk}:nl")
    replaced = [event.body for event in after if event.name == "replace"]
    assert len(replaced) == 4  # three entries, and the page that turns
    assert not any("Rode jas" in body or "Vogelpark" in body for body in replaced)


def test_a_neighbour_cannot_withdraw_it(report, gerrit):
    with pytest.raises(DomainError):
        services.withdraw_report(report, by=gerrit)


def test_the_coordinator_can(report, anna):
    assert services.call_it_false_alarm(report, by=anna).role == Entry.Role.COORDINATOR


def test_once_is_enough(report, bram):
    services.withdraw_report(report, by=bram)
    with pytest.raises(DomainError):
        services.withdraw_report(report, by=bram)


def test_who_explains_must_not_name_a_neighbour(report, bram):
    with pytest.raises(DomainError):
        services.call_it_false_alarm(report, by=bram, text="Jan van nr. 14 is het vast weer")
    report.refresh_from_db()
    assert report.is_live
