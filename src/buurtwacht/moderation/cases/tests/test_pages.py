# SPDX-License-Identifier: EUPL-1.2
"""The pages of who judges, without a browser: forms, refusals, and what nobody may see."""

import pytest

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import appoint_moderator
from buurtwacht.moderation.cases.services import agree, escalate, propose_measure
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.tests.threads import sighting

WHY = "You called a neighbour names twice."
CASES = "/bureau/vogelbuurt/zaken/"


def url_of(case, rest="", place=CASES):
    return f"{place}{case.pk}/{rest}"


def test_from_the_register_to_a_removal_by_two(street, login):
    anna, jonas = login(street.anna), login(street.jonas)
    member = street.member(street.karin)
    opened = anna.post(f"{CASES}nieuw/{member.pk}/", {"rule": "unforeseen", "note": "Twee keer gescholden."})
    case = Case.objects.get()
    assert opened.headers["Location"] == url_of(case)

    step = anna.post(url_of(case, "stap/removal/"), {"reason": WHY})
    assert step.status_code == 302
    proposal = Measure.objects.get()
    page = jonas.get(CASES).content.decode()
    assert "Wacht op uw antwoord" in page
    assert WHY in jonas.get(url_of(case)).content.decode()

    assert jonas.post(url_of(case, f"antwoord/{proposal.pk}/"), {"agree": "1"}).status_code == 302
    assert membership_in(street.karin, street.group) is None
    letter = anna.get(url_of(case, f"brief/{proposal.pk}.pdf"))
    assert letter.headers["Content-Type"] == "application/pdf"
    assert anna.get(url_of(case, f"kopie/{proposal.pk}.pdf")).status_code == 404


def test_bad_input_says_what_is_missing_and_loses_nothing(street, login):
    anna = login(street.anna)
    member = street.member(street.karin)
    page = anna.post(f"{CASES}nieuw/{member.pk}/", {"rule": "", "quoted": "Wat een idioot", "note": ""})
    assert page.status_code == 400
    assert "Wat een idioot" in page.content.decode()

    case = street.case_about(street.karin)
    step = anna.post(url_of(case, "stap/suspension/"), {"reason": "", "days": "9999"})
    assert step.status_code == 400
    assert not Measure.objects.exists()

    proposal = propose_measure(case, "removal", by=street.anna, reason=WHY)
    said = login(street.jonas).post(url_of(case, f"antwoord/{proposal.pk}/"), {"decline": "1", "reason": ""})
    assert said.status_code == 400


def test_a_moderator_judges_and_sees_nothing_else(street, login):
    jonas = login(street.jonas)
    assert jonas.get(CASES).status_code == 200
    assert jonas.get("/bureau/vogelbuurt/leden/").status_code == 404
    assert jonas.get("/bureau/vogelbuurt/groep/").status_code == 404


@pytest.mark.parametrize("stranger", ["bram", "dirk", "eva", "farid", "karin"])
def test_for_anybody_else_there_is_no_such_case(street, login, stranger):
    case = street.case_about(street.karin)
    measure = propose_measure(case, "warning", by=street.anna, reason=WHY)
    client = login(getattr(street, stranger))
    for rest in ("", "stap/warning/", f"brief/{measure.pk}.pdf"):
        assert client.get(url_of(case, rest)).status_code == 404
    assert client.get(CASES).status_code == 404
    assert client.get(f"{CASES}besluiten/").status_code == 404


def test_an_administrator_never_sees_a_case_about_themselves(street, login):
    case = street.case_about(street.anna, by=street.ingrid)
    propose_measure(case, "warning", by=street.ingrid, reason=WHY)
    anna = login(street.anna)

    assert anna.get(url_of(case)).status_code == 404
    assert str(case.pk) not in anna.get(CASES).content.decode()
    assert "<td" not in anna.get(f"{CASES}besluiten/").content.decode()


def test_an_official_reads_a_case_only_when_it_is_theirs_to_answer(street, login):
    case = street.case_about(street.karin)
    eva, place = login(street.eva), "/gemeente/ede/zaken/"
    assert eva.get(url_of(case, place=place)).status_code == 404

    escalate(case, by=street.anna)
    assert eva.get(url_of(case, place=place)).status_code == 200
    assert eva.post(url_of(case, "stap/warning/", place), {"reason": WHY}).status_code == 302
    assert Measure.objects.get().status == Measure.Status.TAKEN
    assert eva.get("/bureau/vogelbuurt/zaken/").status_code == 404


def test_an_official_says_yes_where_the_municipality_decides(street_under, login):
    street = street_under("be-lanaken")
    case = street.case_about(street.karin)
    proposal = propose_measure(case, "removal", by=street.anna, reason=WHY)
    eva, place = login(street.eva), "/gemeente/ede/zaken/"

    assert "Wacht op uw antwoord" in eva.get(place).content.decode()
    assert eva.post(url_of(case, f"antwoord/{proposal.pk}/", place), {"agree": "1"}).status_code == 302
    assert membership_in(street.karin, street.group) is None


def test_the_list_of_decisions_holds_no_words_and_no_names(street, login):
    case = street.case_about(street.karin)
    agree(propose_measure(case, "removal", by=street.anna, reason=WHY), by=street.jonas)
    page = login(street.ingrid).get(f"{CASES}besluiten/").content.decode()

    assert "<td" in page
    assert "Karin" not in page
    assert "neighbour names" not in page


def test_coordinators_appoint_and_relieve_a_moderator(street, login):
    anna, karin = login(street.anna), street.member(street.karin)
    page = "/bureau/vogelbuurt/groep/beheerders/"
    assert anna.post(f"{page}erbij/", {"moderator-member": str(karin.pk)}).status_code == 302
    karin.refresh_from_db()
    assert karin.role == Membership.Role.MODERATOR
    assert anna.post(f"{page}{karin.pk}/").status_code == 302
    karin.refresh_from_db()
    assert karin.role == Membership.Role.MEMBER
    assert login(street.jonas).post(f"{page}erbij/", {"moderator-member": str(karin.pk)}).status_code == 404


def test_what_waits_for_a_second_yes_stands_on_the_desk(street, login):
    from buurtwacht.groups.desk_registry import tasks_for

    propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    [task] = [task for task in tasks_for(street.group, street.ingrid) if task.kind == "case_second"]
    assert task.when == "23 hours left"
    assert not [task for task in tasks_for(street.group, street.anna) if task.kind == "case_second"]


def test_who_coordinates_is_no_moderator_too(street):
    with pytest.raises(Exception, match="already a coordinator"):
        appoint_moderator(street.member(street.anna))


def test_no_coordinator_ends_a_membership_around_an_open_case(street, login):
    from buurtwacht.enrolment.members.services import end_for
    from buurtwacht.lib.errors import DomainError

    street.case_about(street.karin)
    with pytest.raises(DomainError, match="A case about this neighbour is open"):
        end_for(street.member(street.karin), reason="asked", by=street.anna)
    with pytest.raises(DomainError, match="only when somebody asked it"):
        end_for(street.member(street.bram), reason="unreachable", by=street.anna)
    assert end_for(street.member(street.bram), reason="asked", by=street.anna).left_at


def test_nobody_puts_words_into_the_mouth_of_who_is_accused(street, login):
    entry = sighting(make_report(street.group, street.karin), street.bram, "Er loopt een man. Wat een rare vogel.")
    anna, page = login(street.anna), f"{CASES}nieuw/over/{entry.pk}/"
    told = {"rule": "unforeseen", "note": "Dit stoort."}

    for invented in ("Wat een idioot.", "Er loopt een dief.", "Er loopt een man. Sla hem."):
        shown = anna.post(page, told | {"quoted": invented})
        assert shown.status_code == 400
        assert invented in shown.content.decode()
    assert not Case.objects.exists()

    assert anna.post(page, told | {"quoted": "er loopt  een man … rare vogel."}).status_code == 302
    assert Case.objects.get().entry == entry
