# SPDX-License-Identifier: EUPL-1.2
"""A new group whose rules ask for an address: the first neighbour waits for nobody, and three front doors start it."""

import pytest

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.desk import applications_to_answer, lives_there
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import add_member, appoint_coordinator, change_address, split_group
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import make_group, make_person
from buurtwacht.testing.chance import without_chance


@pytest.fixture
def forming(cast):
    return make_group(cast.organisation, "Zandlaan", preset="nl", status="forming")


@pytest.fixture
def comes_in(forming, apply_to):
    """Somebody applies at a house; with a neighbour, that one vouches."""

    def come(name: str, number: str, vouched_by: Membership | None = None) -> Membership:
        application = mark_done(apply_to(forming, name, street="Zandlaan", house_number=number), Step.SIGN)
        if vouched_by:
            assert step_of(application) is Step.RESIDENCE
            services.vouch(services.choose_way(application, "neighbour"), vouched_by)
        application.refresh_from_db()
        return Membership.objects.get(group=forming, person=application.person)

    return come


def test_the_first_waits_for_no_official_and_who_they_let_in_is_not_checked_either(comes_in):
    ans = comes_in("Ans", "1")
    bas = comes_in("Bas", "2", ans)

    assert ans.is_unchecked
    assert bas.is_unchecked


def test_a_checked_neighbour_lets_in_who_is_checked_too(comes_in, forming):
    dora = add_member(forming, make_person("Dora"), street="Zandlaan", house_number="9")

    assert not comes_in("Ans", "1", dora).is_unchecked


def test_three_front_doors_and_not_two_make_clear_where_the_coordinator_lives(comes_in):
    ans = comes_in("Ans", "1")
    bas, housemate, cor = (comes_in(*one, ans) for one in (("Bas", "2"), ("Bea", "2"), ("Cor", "3")))
    appoint_coordinator(ans)

    assert services.confirm_neighbour(ans, bas) is False
    assert services.confirm_neighbour(ans, housemate) is False
    with pytest.raises(DomainError):
        services.confirm_neighbour(ans, bas)
    assert not lives_there(Membership.objects.get(pk=ans.pk))
    assert services.confirm_neighbour(ans, cor) is True
    assert lives_there(Membership.objects.get(pk=ans.pk))
    assert services.confirm_neighbour(bas, Membership.objects.get(pk=ans.pk)) is True  # who was checked is enough


def test_neighbours_are_asked_by_mail_and_confirm_with_one_tap(comes_in, forming, login, mailoutbox):
    ans = comes_in("Ans", "1")
    bas, cor = comes_in("Bas", "2", ans), comes_in("Cor", "3", ans)
    handle_due_lines()
    mailoutbox.clear()
    appoint_coordinator(ans)
    handle_due_lines()
    page = f"/groepen/{forming.slug}/eerste-buren/"

    asked = {letter.to[0] for letter in mailoutbox if page in letter.body}
    assert {bas.person.email, cor.person.email} <= asked
    assert "own_address" in [task.kind for task in applications_to_answer(forming, ans.person)]
    for neighbour in (bas, cor):
        shown = without_chance(login(neighbour.person).get(page).content.decode())
        assert "Ans" in shown
        assert "Vos" not in shown
        login(neighbour.person).post(page, {"neighbour": str(ans.pk)})
    ans.refresh_from_db()
    assert not ans.is_unchecked
    assert login(bas.person).post(page, {"neighbour": "x"}).status_code == 404


def test_whether_somebody_was_checked_goes_along_when_the_group_is_split(comes_in, forming):
    """Also what a neighbour said who lives in the other half from now on."""
    ans, checked = comes_in("Ans", "1"), add_member(forming, make_person("Dora"), street="Duinweg", house_number="4")
    bas, eef = comes_in("Bas", "2", ans), comes_in("Eef", "5", ans)
    Membership.objects.filter(pk__in=[bas.pk, eef.pk]).update(street="Duinweg")
    appoint_coordinator(ans)
    assert services.confirm_neighbour(ans, Membership.objects.get(pk=bas.pk)) is False
    WatchGroup.objects.filter(pk=forming.pk).update(status="active")

    split_group(forming, streets=["Duinweg"], name="Duinweg", coordinator=checked)

    there = {one.person.first_name: one.is_unchecked for one in Membership.objects.filter(group__slug="duinweg")}
    assert there == {"Bas": True, "Dora": False, "Eef": True}
    cor = add_member(forming, make_person("Cor"), street="Zandlaan", house_number="7", is_unchecked=True)
    assert services.confirm_neighbour(Membership.objects.get(pk=ans.pk), cor) is True


def test_whether_somebody_was_checked_stays_with_them_at_another_address_in_the_group(comes_in):
    ans = comes_in("Ans", "1")
    assert change_address(ans, street="Zandlaan", house_number="11").is_unchecked
    Membership.objects.filter(pk=ans.pk).update(is_unchecked=False)
    assert not change_address(ans, street="Zandlaan", house_number="1").is_unchecked
