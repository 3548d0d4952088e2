# SPDX-License-Identifier: EUPL-1.2
"""Nobody answers a request about what they told themselves, as long as there is somebody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights import rules
from buurtwacht.outreach.rights.answerers import who_answers_request
from buurtwacht.outreach.rights.queries import found_for
from buurtwacht.outreach.rights.services import ask_for_rights, erase_described
from buurtwacht.reports.models import Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report
from buurtwacht.testing.cast import join, make_person


@pytest.fixture
def asked(cast) -> RightsRequest:
    """Received today, where the organisation has no official."""
    cast.organisation.roles.filter(role="official").delete()
    today = timezone.localdate()
    request = ask_for_rights(
        cast.organisation, kind="erasure", name="Ivo", email="ivo@x.example", words="Ik.", street="Merelweg", on=today
    )
    RightsRequest.objects.filter(pk=request.pk).update(received_at=timezone.now(), due_on=rules.due_on(today))
    request.refresh_from_db()
    return request


@pytest.fixture
def own(cast) -> Report:
    """A report of the coordinator herself, that has ended."""
    report = make_report(cast.group, cast.anna)
    close_report(report, by=cast.anna, reason="nothing_more")
    report.refresh_from_db()
    return report


@pytest.fixture
def second(cast):
    """Another coordinator of the same group."""
    return join(cast.group, make_person("Ingrid"), "coordinator").person


def desk(request) -> str:
    return f"/gemeente/ede/verzoeken/{request.pk}/"


def test_the_next_coordinator_answers(cast, login, asked, own, second):
    assert second in who_answers_request(asked)
    assert cast.anna not in who_answers_request(asked)
    assert login(cast.anna).get(desk(asked)).status_code == 404
    listed = login(cast.anna).get("/gemeente/ede/verzoeken/").content.decode()
    assert desk(asked) not in listed
    assert "Iemand anders beantwoordt het." in listed
    assert "Beantwoord een verzoek" not in login(cast.anna).get("/bureau/vogelbuurt/").content.decode()
    assert login(second).get(desk(asked)).status_code == 200
    assert [one.report for one in found_for(asked, person=second, street="Merelweg", on=timezone.localdate())] == [own]


def test_of_another_group_somebody_looks_where_the_only_coordinator_is_kept_from_it(cast, asked, own):
    other = join(cast.next_group, make_person("Jan"), "coordinator").person
    assert list(who_answers_request(asked)) == [other]
    [found] = found_for(asked, person=other, street="Merelweg", on=timezone.localdate())
    assert found.report == own
    assert found.told


def test_what_was_found_only_by_looking_brings_it_to_somebody_else(cast, login, asked, own, second):
    moment = {"street": "Vinkenlaan", "on": timezone.localdate().isoformat(), "hour": None}
    RightsRequest.objects.filter(pk=asked.pk).update(moment=moment)
    asked.refresh_from_db()
    anna = login(cast.anna)
    [found] = found_for(asked, person=cast.anna, street="Merelweg", on=timezone.localdate())
    assert (found.is_own, found.told, found.can_hide) == (True, (), False)
    with pytest.raises(DomainError):
        erase_described(asked, own, by=cast.anna)

    done = anna.post(f"{desk(asked)}melding/{own.pk}/", {"note": "1"}, follow=True)
    assert "iemand anders" in done.content.decode()
    assert anna.get(desk(asked)).status_code == 404
    assert login(second).get(desk(asked)).status_code == 200


def test_where_nobody_else_is_left_it_stays_and_the_page_says_so(cast, login, asked, own):
    assert list(who_answers_request(asked)) == [cast.anna]
    page = login(cast.anna).get(desk(asked))
    assert page.status_code == 200
    assert "Niemand anders kan antwoorden" in page.content.decode()
    erase_described(asked, own, by=cast.anna)


def test_a_report_of_another_street_or_week_keeps_nobody_away(cast, asked, second):
    far = make_report(cast.group, cast.anna)
    Report.objects.filter(pk=far.pk).update(seen_at=timezone.now() - timedelta(days=4))
    assert cast.anna in who_answers_request(asked)
