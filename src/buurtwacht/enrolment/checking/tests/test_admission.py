# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.desk import applications_to_answer
from buurtwacht.enrolment.checking.queries import entrance_of
from buurtwacht.enrolment.models import Application, Vetting
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import HERE, join, make_group, make_person
from buurtwacht.testing.chance import without_chance


@pytest.fixture
def bin(cast, anna):
    """A group where the coordinator lets people in, and nobody else checks them."""
    group = make_group(cast.organisation, "Bin", preset="nl-binnenbijster")
    join(group, cast.gerrit, "coordinator", street="Binweg")
    return group


@pytest.fixture
def waiting(bin, apply_to):
    """Somebody who waits for the coordinator."""

    def wait(name="Chantal", **fields):
        return mark_done(apply_to(bin, name, **fields), Step.SIGN)

    return wait


def test_one_tap_makes_a_member_and_before_that_only_a_first_name_and_a_street_show(waiting, bin, login, gerrit):
    application = waiting()
    page = without_chance(login(gerrit).get("/bureau/bin/aanmeldingen/").content.decode())
    assert "Chantal, Merelweg" in page
    assert not any(word in page for word in ("Vos", "+31612345678", "Merelweg 14", "voorbeeld.example"))
    assert login(gerrit).get(f"/bureau/bin/aanmeldingen/{application.pk}/").status_code in (302, 404)

    login(gerrit).post(f"/bureau/bin/aanmeldingen/{application.pk}/toevoegen/")

    assert Membership.objects.filter(group=bin, person__email="chantal.new@voorbeeld.example").exists()
    assert Line.objects.get(action="application.joined").by_id == gerrit.pk


def test_not_let_in_is_a_code_for_the_figures_and_a_neutral_letter(waiting, login, gerrit):
    application = waiting()
    page = f"/bureau/bin/aanmeldingen/{application.pk}/niet/"
    assert login(gerrit).get(page).status_code == 200
    assert "bw-error" in login(gerrit).post(page, {"reason": "x"}).content.decode()
    login(gerrit).post(page, {"reason": "elsewhere"})
    handle_due_lines()

    assert Application.objects.get().status == "refused"
    assert Line.objects.get(action="application.refused").facts["reason"] == "elsewhere"
    letter = mail.outbox[-1]
    assert "niet waarom" in letter.body
    assert "woont" not in letter.body
    assert letter.attachments[0][1].startswith(b"%PDF")


def test_another_groups_coordinator_and_members_cannot(waiting, login, anna, bram, eva, dirk):
    application = waiting()

    for person in (anna, bram, eva, dirk):
        client = login(person)
        assert client.get("/bureau/bin/aanmeldingen/").status_code == 404
        assert client.post(f"/bureau/bin/aanmeldingen/{application.pk}/toevoegen/").status_code == 404
        assert client.post(f"/bureau/bin/aanmeldingen/{application.pk}/niet/").status_code == 404
    assert Application.objects.get().status == "approved"


def test_nobody_lets_themselves_in_or_twice(waiting, gerrit):
    own = waiting("Gerrit", person=gerrit)
    with pytest.raises(DomainError):
        services.admit(own, by=gerrit)

    other = waiting()
    services.admit(other, by=gerrit)
    with pytest.raises(DomainError):
        services.admit(other, by=gerrit)


def test_the_desk_has_a_task_for_each_and_one_for_many(waiting, bin, gerrit):
    waiting("Ans")
    assert [task.kind for task in applications_to_answer(bin, gerrit)] == ["application"]
    for name in ("Bas", "Cor", "Dee"):
        waiting(name)
    [task] = applications_to_answer(bin, gerrit)
    assert "4" in task.title


def test_the_coordinator_hears_that_somebody_waits_without_a_name(waiting, bin, received, gerrit, by_day):
    waiting()

    [message] = received(gerrit)
    assert message.title == "Een buur wil meedoen"
    assert "Chantal" not in message.title + message.body


def test_who_stands_still_for_two_weeks_comes_on_the_desk(asked, zone, gerrit):
    asked()
    assert [task.kind for task in applications_to_answer(zone, gerrit)] == []
    Application.objects.update(submitted_at=timezone.now() - timedelta(days=15))

    assert [task.kind for task in applications_to_answer(zone, gerrit)] == ["long_wait"]


def test_the_nearest_coordinator_looks_after_somebody_unless_another_is_chosen(waiting, bin, cast, dirk):
    near = join(bin, make_person("Nico"), "coordinator", street="merelweg")
    waiting(home=HERE)
    [one] = entrance_of(bin, cast.gerrit).to_admit
    assert one.coordinator == near

    chosen = Membership.objects.get(group=bin, person=cast.gerrit)
    services.assign_coordinator(one.application, chosen, by=dirk)
    [one] = entrance_of(bin, cast.gerrit).to_admit
    assert one.coordinator == chosen


def test_the_police_assign_to_another_group_and_what_was_done_stays(asked, zone, cast, login, dirk, eva, anna):
    other = make_group(cast.organisation, "Ander", preset="be-politiezone")
    vetting = asked()
    page = f"/politie/ede/toewijzen/{vetting.application_id}/"
    assert login(anna).get(page).status_code == 404
    login(dirk).post(page, {"group": str(other.pk), "coordinator": ""})

    application = Application.objects.get()
    assert (application.group, application.status, application.signed_at is not None) == (other, "checking", True)
    assert Vetting.objects.get().verdict == ""
    line = Line.objects.get(action="application.assigned")
    assert (line.facts["before"], line.facts["group"]) == (str(zone.pk), str(other.pk))

    login(eva).post(page, {"group": str(zone.pk), "coordinator": ""})
    application.refresh_from_db()
    assert application.group == zone


def test_nobody_is_assigned_to_a_group_of_another_organisation(asked, cast, login, dirk):
    from buurtwacht.testing.cast import make_organisation

    elsewhere = make_group(make_organisation("Genk"), "Genk Noord")
    vetting = asked()
    page = login(dirk).post(f"/politie/ede/toewijzen/{vetting.application_id}/", {"group": str(elsewhere.pk)})

    assert page.status_code == 200
    assert Application.objects.get().group_id != elsewhere.pk
