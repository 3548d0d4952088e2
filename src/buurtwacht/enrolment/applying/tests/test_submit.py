# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import AlreadyApplied, AlreadyMember, submit_application
from buurtwacht.enrolment.models import Acceptance, Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import make_group

CHANTAL = ApplicantFacts(
    first_name="Chantal", family_name="Vos", email="Chantal.Vos@voorbeeld.example", street="Merelweg", house_number="14"
)


def test_it_waits_for_the_code_and_writes_no_words_in_the_journal(cast):
    application = submit_application(cast.group, CHANTAL, source="site")

    assert (application.status, application.email) == ("submitted", "chantal.vos@voorbeeld.example")
    line = Line.objects.get(action="application.submitted")
    assert line.facts == {"group": str(cast.group.pk), "source": "site"}


def test_a_proven_address_goes_straight_on(cast):
    application = submit_application(cast.group, CHANTAL, source="site", email_is_proven=True)

    assert application.status == "confirmed"


def test_without_mail_there_is_no_code_to_wait_for(cast):
    application = submit_application(cast.group, replace(CHANTAL, email=""), source="paper", by=cast.anna)

    assert (application.status, application.email_fingerprint) == ("confirmed", "")


def test_an_unproven_application_is_replaced_and_a_proven_one_is_not(cast):
    first = submit_application(cast.group, CHANTAL, source="site")
    second = submit_application(cast.group, replace(CHANTAL, first_name="Chris"), source="site", email_is_proven=True)

    first.refresh_from_db()
    assert first.status == "withdrawn"
    with pytest.raises(AlreadyApplied) as refusal:
        submit_application(cast.group, CHANTAL, source="site")
    assert refusal.value.application == second


def test_a_member_does_not_apply_again(cast):
    with pytest.raises(AlreadyMember):
        submit_application(cast.group, replace(CHANTAL, email=cast.bram.email), source="site")
    with pytest.raises(AlreadyMember):
        submit_application(cast.group, CHANTAL, source="site", person=cast.bram)
    assert not Application.objects.exists()


def test_what_the_policy_has_no_use_for_is_not_kept(cast):
    facts = replace(CHANTAL, national_number="93051822361", guardian_name="Ouder", guardian_email="o@voorbeeld.example")

    application = submit_application(cast.group, facts, source="site")

    assert (application.national_number, application.guardian_name, application.guardian_email) == ("", "", "")


@pytest.mark.parametrize(
    ("preset", "changes", "sentence"),
    [
        ("be-politiezone", {}, "Vink aan dat u akkoord gaat"),
        ("be-politiezone", {"agreed_to_transfer": True, "kind": "works"}, "mensen die er wonen"),
        ("be-politiezone", {"agreed_to_transfer": True, "is_minor": True}, "de ouder die met u tekent"),
        ("nl", {"is_minor": True}, "18 jaar of ouder"),
        ("nl", {"street": ""}, "een straat"),
    ],
)
def test_what_the_policy_does_not_allow_is_refused(cast, preset, changes, sentence):
    group = make_group(cast.organisation, "Zone", preset=preset)

    with pytest.raises(DomainError, match=sentence):
        submit_application(group, replace(CHANTAL, **changes), source="site")


def test_agreeing_to_the_transfer_is_written_down_with_its_words(cast):
    zone = make_group(cast.organisation, "Zone", preset="be-politiezone")

    application = submit_application(zone, replace(CHANTAL, agreed_to_transfer=True), source="site")

    [acceptance] = Acceptance.objects.filter(application=application)
    assert (acceptance.kind, acceptance.way) == ("transfer", "ticked")
    assert (acceptance.text, len(acceptance.digest)) == ("be-politiezone/transfer/1", 64)


@pytest.mark.parametrize("status", ["closed", "dormant"])
def test_a_group_that_sleeps_or_stopped_takes_nobody(cast, status):
    group = make_group(cast.organisation, "Oud", status=WatchGroup.Status(status))

    with pytest.raises(DomainError, match="neemt nu niemand aan"):
        submit_application(group, CHANTAL, source="site")
