# SPDX-License-Identifier: EUPL-1.2
"""The big list of naughty strings in every field where somebody can type."""

import pytest
from django.core.cache import cache
from django.test import Client

from buurtwacht.people import forms
from buurtwacht.people.models import Person
from buurtwacht.testing.nasty import nasty_strings

STRINGS = list(nasty_strings())
FIELDS = [
    ("/inloggen/", "login", {}),
    ("/inloggen/passkey/", "credential", {}),
    ("/mijn/beveiliging/app/", "code", {}),
    ("/mijn/e-mail/", "email", {"action_add": "yes"}),
    ("/mijn/gegevens/", "first_name", {"family_name": "de Vries"}),
    ("/mijn/gegevens/", "family_name", {"first_name": "Bram"}),
    ("/mijn/gegevens/taal/", "language", {}),
    ("/mijn/telefoon/", "lock_screen", {}),
    ("/mijn/telefoon/", "quiet_from", {"lock_screen": "full", "quiet_until": "07:00"}),
    ("/mijn/telefoon/aanmelden/", "subscription", {}),
]
FORMS = [
    (forms.NamesForm, "first_name", {"family_name": "de Vries"}),
    (forms.NamesForm, "family_name", {"first_name": "Bram"}),
    (forms.LanguageForm, "language", {}),
    (forms.PreferencesForm, "lock_screen", {}),
    (forms.PreferencesForm, "quiet_until", {"lock_screen": "full", "quiet_from": "07:00"}),
    (forms.SubscriptionForm, "subscription", {}),
]


@pytest.mark.parametrize("place", range(len(FIELDS)))
def test_nothing_breaks_and_nothing_is_run(bram, half_in, place):
    """Every string goes to some page; all of them together go to all pages."""
    url, field, rest = FIELDS[place]
    client = Client() if url.startswith("/inloggen/") else half_in(bram)
    for string in STRINGS[place :: len(FIELDS)]:
        cache.clear()
        page = client.post(url, rest | {field: string})
        assert page.status_code in (200, 302, 400), string
        assert b"<script>alert" not in page.content
    assert ("_auth_user_id" in client.session) is not url.startswith("/inloggen/")
    assert b"<script>alert" not in half_in(bram).get("/mijn/gegevens/").content


@pytest.mark.parametrize(("form", "field", "rest"), FORMS, ids=lambda value: str(value)[:40])
def test_every_form_bears_every_string(form, field, rest):
    for string in STRINGS:
        filled = form(rest | {field: string})
        if filled.is_valid() and form is forms.NamesForm:
            assert all(name.isprintable() for name in filled.cleaned_data.values())


@pytest.mark.parametrize("form", [forms.ConfirmLoginForm, forms.ConfirmEmailForm])
def test_every_string_is_a_wrong_code(form):
    extra = {} if form is forms.ConfirmLoginForm else {"user": None, "email": "bram@voorbeeld.example"}
    for string in STRINGS:
        assert not form({"code": string}, code="4821-7730", **extra).is_valid()


def test_names_come_out_as_they_went_in(bram, half_in):
    client = half_in(bram)
    for name in ("Zoë", "O'Brien", "D’Haene", "Ørsted", "张伟", "<b>Bram</b>", "محمد"):
        client.post("/mijn/gegevens/", {"first_name": name, "family_name": ""})
        assert Person.objects.get(pk=bram.pk).first_name == name
