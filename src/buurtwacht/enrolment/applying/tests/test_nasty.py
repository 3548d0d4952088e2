# SPDX-License-Identifier: EUPL-1.2
"""The big list of naughty strings in every field of every form of an application."""

import pytest
from django.core.cache import cache
from django.test import Client

from buurtwacht.enrolment.applying.forms import ChangeForm, CodeForm, DetailsForm
from buurtwacht.enrolment.applying.opening import Opening
from buurtwacht.enrolment.applying.queries import situation_of
from buurtwacht.enrolment.applying.tests.support import BELGIAN
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import change_settings
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import make_group
from buurtwacht.testing.nasty import nasty_strings

STRINGS = list(nasty_strings())
GIVEN = BELGIAN | {
    "age": "minor",
    "guardian_name": "Ria Vos",
    "guardian_email": "ria@voorbeeld.example",
    "serves": "on",
    "wants_to_coordinate": "on",
    "national_number": "93051822361",
    "agreed_to_transfer": "on",
}


@pytest.fixture
def zone(cast):
    """The group with the longest form there is, without a territory."""
    group = make_group(cast.organisation, "Rekem", preset="be-politiezone", status=WatchGroup.Status.FORMING)
    return change_settings(group, {"national_number_authorisation": "FO 12/2026", "member_types": ["lives", "works"]})


@pytest.mark.parametrize("field", sorted(GIVEN.keys() - {"is_adult"}))
def test_every_field_bears_every_string(zone, field):
    opening = Opening(group=zone, situation=situation_of(zone, None))
    for string in STRINGS:
        form = DetailsForm(opening, GIVEN | {field: string})
        if form.is_valid():
            facts = form.facts(home=None, language="nl")
            assert all(
                value.isprintable() for value in (facts.first_name, facts.street, facts.guardian_name, facts.town)
            )


@pytest.mark.parametrize("share", range(4))
def test_nothing_breaks_and_nothing_is_run(zone, share):
    """One in three of the strings goes into some field of the page: the forms bore all of them in every field."""
    names = sorted(GIVEN.keys() - {"is_adult", "kind", "age"})
    for place, string in enumerate(STRINGS[share::12]):
        cache.clear()
        client, field = Client(), names[place % len(names)]
        page = client.post("/aanmelden/rekem/", GIVEN | {field: string, "invitation": string})
        assert page.status_code in (302, 400), (field, string)
        back = client.get("/aanmelden/rekem/")
        assert b"<script>alert" not in page.content + back.content
        Application.objects.all().delete()


def test_the_page_of_an_application_bears_them_too(zone, apply_to):
    for place, string in enumerate(STRINGS[::25]):
        application = apply_to(zone, first_name=string, street=string, town=string, email_fingerprint=str(place))
        page = Client().get(f"/aanmelding/{link_token(APPLICANT, application.pk)}/")
        assert page.status_code == 200
        assert b"<script>alert" not in page.content


def test_every_string_is_a_wrong_code_and_a_bearable_correction(zone, apply_to):
    application = apply_to(zone)
    for string in STRINGS:
        code = CodeForm({"code": string})
        assert not code.is_valid() or code.cleaned_data["code"].isdigit()
        form = ChangeForm(application, dict.fromkeys(("street", "town", "first_name", "phone", "postcode"), string))
        assert not form.is_valid()


@pytest.mark.parametrize("name", ["postcode", "huisnummer", "straat", "plaats", "uitnodiging"])
def test_a_link_with_anything_in_it_opens_the_form(zone, name):
    for string in STRINGS[len(name) :: 40]:
        page = Client().get("/aanmelden/rekem/", {name: string})
        assert page.status_code == 200
        assert b"<script>alert" not in page.content
