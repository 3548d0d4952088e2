# SPDX-License-Identifier: EUPL-1.2
"""The coordinator who is accused: nothing of it shows on any page, task, notice or list of theirs; others judge.

Every page of the site that the accused can open is read, also those that nobody thought of here.
"""

import pytest

from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.services import sign_confidentiality
from buurtwacht.groups.desk_registry import links_for, tasks_for
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.moderation.cases.services import agree, open_case, propose_measure
from buurtwacht.moderation.flagging.services import raise_flag
from buurtwacht.moderation.flagging.services.bringing import bring_to_people
from buurtwacht.moderation.models import Flag
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.testing.cast import add_contact_point, join, make_person
from tests.test_who_sees_what import arguments, url_of
from tests.who_sees_what import TABLE

__all__ = ["arguments"]

FLAGGED, NOTE, QUOTED, WHY = "woordvandebuur", "watergebeurde", "watannaschreef", "waaromdezestap"
OWN = {"own_case", "own_cases", "own_appeal", "own_data", "export_own_data"}  # what they may know is here


@pytest.fixture
def accused(cast, arguments):
    """Anna wrote something, Bram flagged it, Ingrid opened a case, and a step waits for a second administrator."""
    ingrid = make_person("Ingrid")
    add_contact_point(ingrid)
    join(cast.group, ingrid, Membership.Role.COORDINATOR)
    entry = add_entry(
        Report.objects.get(pk=arguments["report_id"]),
        kind=Entry.Kind.SIGHTING,
        role=Entry.Role.COORDINATOR,
        author=cast.anna,
        content=Content(text="Iemand voelt aan autodeuren en loopt naar het park"),
    )
    raise_flag(entry, by=cast.bram, reason=Flag.Reason.ACCUSES, words=FLAGGED)
    bring_to_people(entry)
    anna = membership_in(cast.anna, cast.group)
    case = open_case(anna, rule="words", by=ingrid, entry=entry, note=NOTE, quoted=QUOTED)
    measure = propose_measure(case, "relief", by=ingrid, reason=WHY)
    about = {"case_id": case.pk, "measure_id": measure.pk, "entry_id": entry.pk, "membership_id": anna.pk}
    arguments |= about | {key: about[name] for key in arguments if (name := key.rpartition(".")[2]) in about}
    return ingrid, case, measure


def test_no_page_shows_the_accused_anything(accused, arguments, cast, login):
    """On their own pages stands what they are told, and even there not who flagged, nor what is only proposed."""
    _ingrid, case, measure = accused
    sign_confidentiality(cast.group, cast.anna, written(strokes="", name="Anna", place="Ede"))
    client, opened = login(cast.anna), []
    for name in sorted(name for name, (method, *_rest) in TABLE.items() if method == "GET"):
        answer = client.get(url_of(name, arguments))
        if answer.status_code == 200 and not answer.streaming:
            opened.append(name)
            page = answer.content.decode(errors="ignore").replace(str(answer.wsgi_request.path), "")
            secret = (FLAGGED, WHY) if name in OWN else (FLAGGED, WHY, NOTE, QUOTED, str(case.pk), str(measure.pk))
            assert [words for words in secret if words in page] == [], name

    assert {"desk", "desk_cases", "desk_members", "appeals", "flags", "home", "reports", "own_data"} <= set(opened)
    assert "desk_case" not in opened


@pytest.mark.usefixtures("by_day")
def test_nobody_is_told_of_it_on_their_own_telephone(accused, cast, received):
    """Besides the notice to the member, which leads to their own page."""
    _ingrid, case, _measure = accused
    told = [one for one in received(cast.anna) if "/mijn/zaak/" not in one.url]

    assert not any(str(case.pk) in one.url or "/zaken/" in one.url or "/vlaggen/" in one.url for one in told)
    assert any("/zaken/" in one.url for one in received(cast.eva))  # who can say yes to what is proposed


def test_no_task_waits_for_the_accused_about_themselves(accused, arguments, cast):
    ingrid, case, _measure = accused
    about = (str(case.pk), str(arguments["entry_id"]))

    assert not any(one in task.url for task in tasks_for(cast.group, cast.anna) for one in about)
    assert not any(one in link.url for link in links_for(cast.group, cast.anna) for one in about)
    assert any(about[1] in task.url for task in tasks_for(cast.group, ingrid))


def test_others_relieve_them_and_the_member_reads_it_only_then(accused, cast, login):
    _ingrid, case, measure = accused
    page = f"/mijn/zaak/{case.pk}/"
    heard = login(cast.anna).get(page).content.decode()
    assert QUOTED in heard
    assert FLAGGED not in heard
    assert WHY not in heard  # what is only proposed

    agree(measure, by=cast.eva)

    assert membership_in(cast.anna, cast.group).role == Membership.Role.MEMBER
    decided = login(cast.anna).get(page).content.decode()
    assert WHY in decided
    assert FLAGGED not in decided
    assert "Bram" not in decided
    assert "Ingrid" not in decided
    assert login(cast.anna).get(f"/bureau/{cast.group.slug}/").status_code == 404
