# SPDX-License-Identifier: EUPL-1.2
"""The first stones, laid from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from buurtwacht.groups import queries
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person
from buurtwacht.testing.cast import make_area


def run(*words):
    out = StringIO()
    call_command("groups", *words, stdout=out)
    return out.getvalue()


def test_from_nothing_to_a_group_with_a_coordinator_and_an_official(db):
    make_area("Vogelbuurt", "WK022801", 5.65, 52.03)
    run("organisation", "Ede", "--police-name", "Basisteam Ede")
    run("group", "ede", "Vogelbuurt", "--area", "WK022801")
    told = run("member", "vogelbuurt", "Anna@voorbeeld.example", "Anna", "Mezenlaan", "--coordinator")
    run("member", "vogelbuurt", "bram@voorbeeld.example", "Bram", "Merelweg")
    run("role", "ede", "bram@voorbeeld.example", "Bram", "official")
    group = WatchGroup.objects.get(slug="vogelbuurt")
    anna, bram = (Person.objects.get(email=f"{name}@voorbeeld.example") for name in ("anna", "bram"))
    assert told.startswith("Coordinator of vogelbuurt")
    assert queries.is_coordinator(anna, group)
    assert not queries.is_coordinator(bram, group)
    assert queries.roles_of(bram).official == (group.organisation,)
    assert group.area.code == "WK022801"


@pytest.mark.parametrize(
    "words",
    [
        ("group", "nergens", "Vogelbuurt"),
        ("group", "ede", "Vogelbuurt", "--area", "WK999999"),
        ("member", "nergens", "anna@voorbeeld.example", "Anna", "Mezenlaan"),
        ("organisation", "Ede"),
    ],
)
def test_a_slip_of_the_pen_is_said_and_nothing_is_made(db, words):
    run("organisation", "Ede")
    with pytest.raises(CommandError):
        run(*words)
    assert not WatchGroup.objects.exists()
    assert not Person.objects.exists()


def test_a_group_that_is_being_formed_and_a_list_of_all(db):
    assert run("list").strip() == "There are no groups yet."
    run("organisation", "Lanaken", "--language", "nl-be", "--time-zone", "Europe/Brussels")
    run("group", "lanaken", "Eikenwijk", "--preset", "be", "--status", "forming", "--needed", "12")
    group = WatchGroup.objects.get(slug="eikenwijk")
    assert (group.status, group.needed_members, group.organisation.language) == ("forming", 12, "nl-be")
    assert run("list", "lanaken").split() == ["lanaken", "eikenwijk", "forming", "be", "0"]
    assert run("list") == run("list", "lanaken")
    with pytest.raises(CommandError, match="spelling"):
        run("list", "nergens")
    with pytest.raises(CommandError, match="at least 2"):
        run("group", "lanaken", "Berkenwijk", "--needed", "1")


def test_the_operator_records_an_authorisation_and_takes_it_away(db):
    run("organisation", "Lanaken", "--kind", "police_zone")
    run("group", "lanaken", "Veldwezelt", "--preset", "be-politiezone")
    run("group", "lanaken", "Smeermaas", "--preset", "be")

    assert "Recorded" in run("authorise", "veldwezelt", "FO 12/2026")
    assert WatchGroup.objects.get(slug="veldwezelt").policy.national_number_authorisation == "FO 12/2026"
    assert "Taken away" in run("authorise", "veldwezelt", "")
    assert WatchGroup.objects.get(slug="veldwezelt").overrides == {}
    with pytest.raises(CommandError, match="Only a Belgian group"):
        run("authorise", "smeermaas", "FO 12/2026")
