# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator passes on by hand to the WhatsApp group from before."""

import pytest

from buurtwacht.alerts.old_group import text_for_old_group
from buurtwacht.reports.content import Content, PersonCard, VehicleCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report

Kind, Role = Entry.Kind, Entry.Role


@pytest.fixture
def shared(report):
    """The open report of the room, shown to its group, with somebody described in it."""
    man = PersonCard(sex="man", clothing="Rode jas")
    content = Content(
        text="Een man met rode jas",
        place="Merelweg",
        behaviours=("tries_doors",),
        persons=(man,),
        called_at=report.called_at,
    )
    add_entry(report, kind=Kind.SHARED, role=Role.REPORTER, author=report.reporter, content=content)
    return Report.objects.get(pk=report.pk)


def test_the_emergency_line_comes_first_and_nobody_is_described(shared):
    first, *rest = text_for_old_group(shared).splitlines()

    assert "112" in first
    assert "Merelweg" in rest[0]
    assert "rode jas" not in " ".join(rest).lower()


def test_an_addition_passes_on_no_description_either(shared, gerrit):
    van = VehicleCard(kind="van", make="Ford", plate="V38")
    add_entry(shared, kind=Kind.VEHICLE, role=Role.MEMBER, author=gerrit, content=Content(text="Bus", vehicles=(van,)))

    assert "Ford" not in text_for_old_group(shared)


def test_the_end_is_passed_on_too(shared, anna):
    add_entry(shared, kind=Kind.FALSE_ALARM, role=Role.COORDINATOR, author=anna, content=Content())

    assert text_for_old_group(shared).startswith("Loos alarm")


def test_what_the_group_was_not_told_is_not_passed_on(report):
    report.shown_at = None

    assert text_for_old_group(report) == ""


def test_only_the_coordinator_has_the_page(shared, login, cast):
    url = f"/bureau/{cast.group.slug}/meldingen/{shared.pk}/oude-groep/"

    assert "Merelweg" in login(cast.anna).get(url).content.decode()
    for person in (cast.bram, cast.farid, cast.dirk, cast.eva):
        assert login(person).get(url).status_code == 404


def test_no_member_finds_a_button_to_share(shared, login, cast):
    url = f"/meldingen/{shared.pk}/"

    assert "oude-groep" in login(cast.anna).get(url).content.decode()
    assert "oude-groep" not in login(cast.bram).get(url).content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_looks_well(seen_well, shared, anna):
    seen_well(f"/bureau/{shared.group.slug}/meldingen/{shared.pk}/oude-groep/", anna, "09c-oude-groep")
