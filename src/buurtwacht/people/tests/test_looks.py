# SPDX-License-Identifier: EUPL-1.2
"""One's own pages in a real browser: narrow and wide, light and dark, checked by axe-core."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone
from playwright.sync_api import expect

from buurtwacht.channels.base import Channel, Doorway
from buurtwacht.channels.registry import channels
from buurtwacht.people.models import Person
from buurtwacht.people.services import (
    add_contact_point,
    connect,
    finish_connecting,
    mark_gone,
    send_code,
    stop_channel,
    subscribe_push,
)
from buurtwacht.people.tests.samples import subscription

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "path", ["/inloggen/", "/inloggen/nog-geen-lid/", "/inloggen/gestopt/", "/mijn/gegevens/gewist/"]
)
def test_pages_for_everybody(seen_well, path):
    seen_well(path)


@pytest.mark.parametrize(
    "path",
    [
        "/mijn/apparaten/",
        "/mijn/beveiliging/",
        "/mijn/beveiliging/app/",
        "/mijn/beveiliging/instellen/",
        "/mijn/beveiliging/passkeys/",
        "/mijn/beveiliging/passkeys/nieuw/",
        "/mijn/e-mail/",
        "/mijn/gegevens/wissen/",
        "/mijn/telefoon/",
        "/uitloggen/",
    ],
)
def test_own_pages(seen_well, bram, path):
    seen_well(path, bram)


def test_the_phone_in_all_its_states(seen_well, bram):
    add_contact_point(bram, "email", bram.email, verified=True)
    works = subscribe_push(bram, subscription(1), label="Firefox op Android")
    works.proven_at, works.proof_seconds = timezone.now(), 2.4
    works.save()
    mark_gone([subscribe_push(bram, subscription(2), label="Safari op iPhone").pk])
    Person.objects.filter(pk=bram.pk).update(quiet_from="23:00", quiet_until="07:00")
    seen_well("/mijn/telefoon/", bram, "telefoon-werkt")
    seen_well("/mijn/apparaten/", bram, "apparaten-met-meldingen")


class Chat(Channel):
    kind, label = "telegram", "Telegram"

    def doorway(self, words):
        return Doorway(f"https://t.me/vogelbuurt_bot?start={words}", "@vogelbuurt_bot")


class WhatsApp(Chat):
    kind, label = "whatsapp", "WhatsApp"


class Texts(Channel):
    kind, label = "sms", "SMS"


class Calls(Channel):
    kind, label = "voice", "Bellen"


@pytest.fixture
def every_way(monkeypatch):
    for channel in (WhatsApp(), Chat(), Texts(), Calls()):
        monkeypatch.setitem(channels(), channel.kind, channel)


def test_adding_a_way(seen_well, bram, every_way, browser_page):
    add_contact_point(bram, "email", bram.email, verified=True)
    connect(bram, "sms", "+31612345678", how="number")
    stop_channel(connect(bram, "telegram", "7001", how="code"))
    seen_well("/mijn/telefoon/", bram, "telefoon-met-wegen")
    seen_well("/mijn/telefoon/volgorde/", bram, "telefoon-volgorde")
    seen_well("/mijn/telefoon/erbij/whatsapp/", bram, "koppel-whatsapp")
    seen_well("/mijn/telefoon/erbij/voice/", bram, "koppel-bellen")
    send_code(bram, "voice", "+31612345679")
    seen_well("/mijn/telefoon/erbij/voice/", bram, "koppel-bellen-code")


def test_a_code_to_send(browser_page, bram, every_way):
    from buurtwacht.testing.browser import assert_accessible, assert_fits, keep_picture

    for width, dark, javascript in ((360, False, True), (1280, False, True), (360, True, True), (320, False, False)):
        page = browser_page(width=width, dark=dark, javascript=javascript, person=bram)
        page.goto("/mijn/telefoon/erbij/whatsapp/")
        page.get_by_role("button", name="Koppel WhatsApp").click()
        link = page.get_by_role("link", name="Open WhatsApp")
        code = link.get_attribute("href").rpartition("=")[2]
        page.get_by_text(code, exact=True).wait_for()
        page.get_by_text("Zit u achter een computer").click()
        assert_fits(page)
        if javascript:
            assert_accessible(page)
        keep_picture(page, f"koppel-whatsapp-code{'' if javascript else '-zonder-script'}", width, dark)
    page.get_by_role("button", name="Ik heb het verstuurd").click()
    page.get_by_text("nog niet gezien").wait_for()
    finish_connecting("whatsapp", code, "31612345678")
    page.get_by_role("button", name="Ik heb het verstuurd").click()
    page.get_by_text("WhatsApp is gekoppeld").wait_for()


def test_the_page_goes_on_by_itself(browser_page, bram, every_way):
    page = browser_page(person=bram)
    page.goto("/mijn/telefoon/erbij/telegram/")
    page.get_by_role("button", name="Koppel Telegram").click()
    code = page.get_by_role("link", name="Open Telegram").get_attribute("href").rpartition("=")[2]
    finish_connecting("telegram", code, "7001")
    page.get_by_text("Telegram is gekoppeld").wait_for()


def test_own_data(seen_well, anna, browser_page):
    seen_well("/mijn/gegevens/", anna)
    page = browser_page(width=360, person=anna)
    page.goto("/mijn/gegevens/")
    for part in page.locator("details.bw-card").all():
        part.locator("summary").click()
    page.get_by_text("Vogelbuurt").last.wait_for()


def test_a_task_explains_itself(seen_well, anna):
    seen_well("/mijn/beveiliging/instellen/", anna, "tweede-stap-nodig")


def test_security_that_is_set_up(seen_well, anna, monkeypatch):
    TOTP.activate(anna, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(anna)
    assert Authenticator.objects.filter(user=anna).count() == 2
    seen_well("/mijn/beveiliging/", anna, "beveiliging-ingesteld")
    seen_well("/mijn/bevestigen/", anna)


def test_errors_are_found_and_read(browser_page, bram):
    from buurtwacht.testing.browser import assert_accessible, keep_picture

    for dark in (False, True):
        page = browser_page(width=360, dark=dark, person=bram)
        page.goto("/mijn/telefoon/")
        page.get_by_label("Rust vanaf").fill("23:00")
        page.get_by_role("button", name="Bewaar").click()
        page.get_by_text("Vul beide tijden in").first.wait_for()
        expect(page.locator(".bw-error[data-focus]")).to_be_focused()
        assert_accessible(page)
        keep_picture(page, "telefoon-fout", 360, dark)


def test_signing_in_works_without_a_script(browser_page, bram, code_in_mail):
    from buurtwacht.testing.browser import keep_picture

    page = browser_page(javascript=False)
    page.goto("/inloggen/")
    assert not page.get_by_role("button", name="Inloggen met een passkey").is_visible()
    page.get_by_label("Uw e-mailadres").fill(bram.email)
    page.get_by_role("button", name="Stuur mij een code").click()
    page.get_by_label("Code").wait_for()
    keep_picture(page, "inloggen-code", 360, False)
    page.get_by_label("Code").fill("0000-0000")
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_text("Deze code klopt niet").first.wait_for()
    keep_picture(page, "inloggen-code-fout", 360, False)
    page.get_by_label("Code").fill(code_in_mail())
    page.get_by_role("button", name="Inloggen").click()
    expect(page).to_have_url("/")
    page.goto("/mijn/telefoon/")
    assert page.get_by_role("heading", level=1).text_content() == "Mijn telefoon"
