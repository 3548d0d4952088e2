# SPDX-License-Identifier: EUPL-1.2
import io

import pytest
from django.urls import reverse

from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Application, StarterPackReading
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.enrolment.welcome.leaflets import leaflets_for
from buurtwacht.enrolment.welcome.papers import pack_pdf
from buurtwacht.enrolment.welcome.queries import shelf_of
from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.lib.links import link_token
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import join, make_group


@pytest.fixture
def ede(cast):
    group = make_group(cast.organisation, "Edelsteenbuurt", preset="nl-ede")
    cast.membership = join(group, cast.gerrit, "coordinator")
    return group


@pytest.fixture
def applicant(ede, apply_to):
    return mark_done(apply_to(ede), Step.SIGN)


def read(client, application, code):
    return client.post(reverse("application_leaflet", args=[link_token(APPLICANT, application.pk), code]))


def test_who_reads_all_five_leaflets_is_through(client, applicant, ede):
    codes = [leaflet.code for leaflet in leaflets_for(ede.policy)]

    for code in codes[:-1]:
        read(client, applicant, code)
    applicant.refresh_from_db()
    assert step_of(applicant) is Step.GATE

    response = read(client, applicant, codes[-1])

    applicant.refresh_from_db()
    assert applicant.gate_passed_at is not None
    assert step_of(applicant) is Step.ADMISSION
    assert response.headers["Location"].endswith("/starterspakket/")


def test_pressing_twice_in_two_tabs_reads_once(client, applicant):
    read(client, applicant, "sloten")
    read(client, applicant, "sloten")

    assert StarterPackReading.objects.filter(application=applicant).count() == 1


def test_what_was_read_stays_with_the_member(client, applicant, ede):
    for leaflet in leaflets_for(ede.policy):
        read(client, applicant, leaflet.code)
    person = mark_done(applicant, Step.ADMISSION).person
    Application.objects.filter(pk=applicant.pk).delete()

    assert shelf_of(ede, person).is_complete


def test_the_coordinator_says_who_was_at_the_workshop(cast, applicant, ede, login):
    [task] = [task for task in tasks_for(ede, cast.gerrit) if task.kind == "workshop"]
    assert "Chantal, Merelweg" in task.title

    assert login(cast.anna).post(task.url).status_code == 404
    login(cast.gerrit).post(task.url)

    applicant.refresh_from_db()
    assert applicant.gate_passed_at is not None
    assert shelf_of(ede, applicant).was_at_workshop
    assert "workshop" not in {one.kind for one in tasks_for(ede, cast.gerrit)}


def test_where_the_pack_is_recommended_nobody_waits_for_it(cast, apply_to):
    zone = make_group(cast.organisation, "Zone", preset="be-lanaken")

    assert mark_done(apply_to(zone), Step.SIGN).status == "joined"


def test_a_leaflet_that_is_not_there_is_not_there(client, applicant):
    assert read(client, applicant, "onzin").status_code == 404
    assert client.get(reverse("application_gate", args=["geknoei"])).status_code == 404


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_has_five_leaflets_with_its_own_number(preset):
    policy = PRESETS[preset]
    leaflets = leaflets_for(policy)

    assert len({leaflet.code for leaflet in leaflets}) == 5
    told = " ".join(text for leaflet in leaflets for _title, text in leaflet.lines(policy.emergency_number))
    assert policy.emergency_number in told
    assert ("BE-Alert" in told) == (policy.country == "be")


def test_the_pack_can_be_printed(ede):
    assert pack_pdf(ede).startswith(b"%PDF")


def test_a_member_reads_the_pack_at_leisure(cast, login):
    client = login(cast.bram)
    page = client.get(reverse("starter_pack", args=[cast.group.slug]))
    assert page.status_code == 200

    client.post(reverse("leaflet", args=[cast.group.slug, "sloten"]))

    assert shelf_of(cast.group, cast.bram).read == 1
    pdf = client.get(reverse("starter_pack_pdf", args=[cast.group.slug]))
    assert io.BytesIO(pdf.content).read(4) == b"%PDF"
