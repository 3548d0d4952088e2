# SPDX-License-Identifier: EUPL-1.2
"""A passkey made and used in a real browser, with Chromium's own virtual authenticator (CDP WebAuthn)."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from buurtwacht.groups.models import Membership
from buurtwacht.people.services import confirm_address

pytestmark = pytest.mark.browser


@pytest.fixture
def with_key():
    """Give a page a built-in authenticator, such as a telephone has. Without `verified` it knows no finger or PIN."""

    def give(page, verified=True):
        cdp = page.context.new_cdp_session(page)
        cdp.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": verified,
            "automaticPresenceSimulation": True,
        }
        key = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
        return cdp, key

    return give


@pytest.fixture
def anna_half_in(browser_page, anna, half_in, live_site):
    """Anna in a browser, with one factor only: she signed in with a code from her mail."""
    confirm_address(anna, anna.email)
    page = browser_page()
    session = half_in(anna).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_site}])
    return page


def make_passkey(page):
    page.goto("/")
    expect(page).to_have_url("/mijn/beveiliging/instellen/?next=%2F")
    page.get_by_role("link", name="Maak een passkey").click()
    page.get_by_label("Naam").fill("Telefoon van Anna")
    page.get_by_role("button", name="Maak een passkey").click()
    page.get_by_role("heading", name="Uw reservecodes").wait_for()


def sign_out(page):
    page.goto("/uitloggen/")
    page.locator("main").get_by_role("button", name="Uitloggen").click()
    expect(page).to_have_url("/")


def sign_in(page):
    page.goto("/inloggen/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)


def test_anna_makes_a_passkey_and_is_through(anna, anna_half_in, with_key):
    page = anna_half_in
    with_key(page)
    make_passkey(page)
    passkey = Authenticator.objects.get(user=anna, type="webauthn")
    assert passkey.wrap().name == "Telefoon van Anna"
    assert passkey.wrap().is_passwordless
    expect(page.locator("main li code")).to_have_count(10)
    page.goto("/")
    expect(page).to_have_url("/")


def test_signing_in_with_a_passkey_counts_as_both_steps(anna, anna_half_in, with_key):
    page = anna_half_in
    with_key(page)
    make_passkey(page)
    sign_out(page)
    sign_in(page)
    page.goto("/mijn/gegevens/")
    assert page.get_by_role("heading", level=1).text_content() == "Mijn gegevens"
    page.goto("/")
    expect(page).to_have_url("/")


def test_a_passkey_is_the_second_step_after_a_code(anna, anna_half_in, with_key, code_in_mail):
    page = anna_half_in
    with_key(page)
    make_passkey(page)
    sign_out(page)
    page.goto("/inloggen/")
    page.get_by_label("Uw e-mailadres").fill(anna.email)
    page.get_by_role("button", name="Stuur mij een code").click()
    page.get_by_label("Code").fill(code_in_mail())
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("heading", name="De tweede stap").wait_for()
    page.get_by_role("button", name="Gebruik mijn passkey").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)
    page.goto("/mijn/apparaten/")
    page.get_by_text("Dit apparaat", exact=True).wait_for()


def test_a_key_that_does_not_know_who_holds_it_is_refused(anna, anna_half_in, with_key):
    page = anna_half_in
    with_key(page, verified=False)
    page.goto("/mijn/beveiliging/passkeys/nieuw/")
    page.get_by_role("button", name="Maak een passkey").click()
    page.get_by_text("Er is geen passkey gemaakt").wait_for()
    assert not Authenticator.objects.filter(user=anna).exists()


def test_a_stranger_without_a_passkey_is_told_kindly(browser_page, anna, with_key):
    page = browser_page()
    with_key(page)
    page.goto("/inloggen/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.get_by_text("Dat lukte niet").wait_for()
    assert page.url.endswith("/inloggen/")


def test_the_passkey_of_somebody_who_was_removed_is_worth_nothing(anna, anna_half_in, with_key):
    page = anna_half_in
    with_key(page)
    make_passkey(page)
    sign_out(page)
    Authenticator.objects.filter(user=anna).delete()
    page.goto("/inloggen/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.get_by_text("Wij kennen deze passkey niet meer").wait_for()
    page.goto("/mijn/gegevens/")
    assert "/inloggen/" in page.url


def test_a_task_keeps_its_last_passkey(anna, anna_half_in, with_key):
    page = anna_half_in
    with_key(page)
    make_passkey(page)
    page.goto("/mijn/beveiliging/passkeys/")
    page.get_by_role("link", name="Haal weg").click()
    page.get_by_text("Voor uw taak is een tweede stap nodig").wait_for()
    assert Authenticator.objects.filter(user=anna, type="webauthn").exists()


def test_without_a_task_a_passkey_may_go_after_it_was_shown_again(anna, anna_half_in, with_key):
    page = anna_half_in
    with_key(page)
    make_passkey(page)
    Membership.objects.filter(person=anna).update(role="member")
    sign_out(page)
    sign_in(page)
    page.goto("/mijn/beveiliging/passkeys/")
    page.get_by_role("link", name="Haal weg").click()
    page.get_by_role("button", name="Gebruik mijn passkey").click()
    page.get_by_role("heading", name="Haal deze passkey weg").wait_for()
    page.get_by_role("button", name="Haal weg").click()
    page.get_by_text("De passkey is weg").wait_for()
    assert not Authenticator.objects.filter(user=anna).exists()


def test_a_passkey_gets_another_name(anna, anna_half_in, with_key):
    page = anna_half_in
    with_key(page)
    make_passkey(page)
    page.goto("/mijn/beveiliging/passkeys/")
    page.get_by_role("link", name="Andere naam").click()
    name, again = page.get_by_label("Naam"), page.get_by_role("button", name="Gebruik mijn passkey")
    name.or_(again).first.wait_for()
    if again.is_visible():
        again.click()
    name.fill("<b>Sleutel</b>")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_text("<b>Sleutel</b>").first.wait_for()
