# SPDX-License-Identifier: EUPL-1.2
"""A coordinator who is accused alone, and what happens when nobody is left who could judge."""

import pytest
from django.core import mail

from buurtwacht.groups.models import Membership, OrganisationRole
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.moderation.appeals import queries, services
from buurtwacht.moderation.appeals.tests.support import WORDS, open_about
from buurtwacht.moderation.cases.queries import judges_of
from buurtwacht.moderation.cases.services import propose_measure
from buurtwacht.moderation.models import Case

OPERATOR = "beheer@voorbeeld.example"


@pytest.fixture
def alone(scene, settings):
    """Anna coordinates alone; somebody keeps the installation going."""
    settings.OPERATORS = [OPERATOR]
    Membership.objects.filter(person=scene.ingrid).update(role=Membership.Role.MEMBER)
    return scene


def test_the_only_coordinator_is_judged_by_who_answers_for_the_organisation(alone, login, received):
    case = open_about(alone, alone.anna, by=None)
    assert any("/bezwaren/" in one.url for one in received(alone.eva))
    assert not any("/bezwaren/" in one.url for one in received(alone.anna))

    assert case.desk == Case.Desk.ORGANISATION
    assert set(judges_of(case)) == {alone.eva}
    assert WORDS in login(alone.eva).get(f"/voorgelegd/{case.pk}/").content.decode()
    assert login(alone.anna).get(f"/voorgelegd/{case.pk}/").status_code == 404
    assert str(case.pk) not in login(alone.anna).get("/bezwaren/").content.decode()


def test_an_official_does_not_judge_an_appeal_against_their_own_decision(alone):
    case = open_about(alone, alone.anna, by=alone.eva)
    warning = propose_measure(case, "warning", by=alone.eva, reason="Zo praten we niet.")

    assert set(queries.appeal_judges(warning)) == {alone.farid}


def test_when_nobody_is_left_the_operator_hears_it_without_names(alone):
    OrganisationRole.objects.all().delete()
    case = open_about(alone, alone.anna, by=None)
    handle_due_lines()

    assert not judges_of(case).exists()
    [asked] = [one for one in mail.outbox if one.to == [OPERATOR]]
    assert "Anna" not in asked.body
    assert WORDS not in asked.body
    OrganisationRole.objects.create(organisation=alone.organisation, person=alone.hanna, role="official")
    assert set(judges_of(case)) == {alone.hanna}


def test_an_appeal_that_nobody_can_judge_says_so_and_waits(alone, login):
    OrganisationRole.objects.filter(role="official").exclude(person=alone.eva).delete()
    Membership.objects.filter(person=alone.farid).update(role=Membership.Role.MEMBER)
    case = open_about(alone, alone.bram, by=alone.eva)
    warning = propose_measure(case, "warning", by=alone.anna, reason="Zo praten we niet.")
    page = f"/mijn/zaak/{case.pk}/bezwaar/{warning.pk}/"

    assert not queries.appeal_judges(warning).exists()
    assert "iemand anders te zoeken" in login(alone.bram).get(page).content.decode()
    appeal = services.make_appeal(warning, "Ik was het niet.", by=alone.bram)
    handle_due_lines()
    assert [one.to for one in mail.outbox if OPERATOR in one.to] == [[OPERATOR]]
    assert appeal.answered_at is None


def test_in_an_association_of_one_nobody_judges_themselves(alone):
    alone.organisation.kind = "association"
    alone.organisation.save(update_fields=["kind"])
    OrganisationRole.objects.all().delete()
    Membership.objects.filter(person=alone.farid).update(role=Membership.Role.MEMBER)
    case = open_about(alone, alone.anna, by=None)

    assert not judges_of(case).exists()
