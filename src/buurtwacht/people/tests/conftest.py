# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client


@pytest.fixture(autouse=True)
def fresh_counters(request):
    """Attempts to sign in are counted in the cache: each test begins to count anew."""
    if "db" in request.fixturenames or "cast" in request.fixturenames:
        request.getfixturevalue("db")
        cache.clear()


@pytest.fixture
def half_in():
    """A client that is signed in with one factor only, as after a code from the mail."""

    def sign_in(person):
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture
def code_in_mail():
    """The code in the newest mail."""

    def find():
        return re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)[0]

    return find


@pytest.fixture
def sign_in_by_mail(code_in_mail):
    """Sign in as people do: ask a code, type the code."""

    def sign_in(person, client=None):
        client = client or Client()
        client.post("/inloggen/", {"login": person.email})
        client.post("/inloggen/code/", {"code": code_in_mail()})
        return client

    return sign_in
