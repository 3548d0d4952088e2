# SPDX-License-Identifier: EUPL-1.2
"""What people do in every story: look, press, read their mail, sign in, warn the neighbours."""

import re
import time
from base64 import b32decode
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from hashlib import sha1
from hmac import digest
from typing import Any
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from buurtwacht.testing.browser import HEIGHTS, assert_accessible, assert_fits, keep_picture


def look(width: int, shade: str, *, javascript: bool = True) -> dict[str, object]:
    """How somebody looks at pages."""
    return {"width": width, "dark": shade == "dark", "javascript": javascript}


PHONE, DESK = look(360, "light"), look(1280, "light")
PHONE_AT_NIGHT, DESK_AT_NIGHT = look(360, "dark"), look(1280, "dark")
PLAIN_PHONE, PLAIN_DESK = look(360, "light", javascript=False), look(1280, "dark", javascript=False)
PATIENCE = 120.0  # seconds; mail is written by the work behind the pages
STEP = 30  # seconds that a code of the app holds (RFC 6238)


def well(page: Page, street: Any, name: str) -> None:
    """Fit to be seen: accessible as far as a machine can tell, nothing sticking out, and a picture kept on request."""
    if street.look["java_script_enabled"]:
        assert_fits(page)
        assert_accessible(page)
    keep_picture(
        page,
        f"verhaal-{name}-{'js' if street.look['java_script_enabled'] else 'zonder'}",
        page.viewport_size["width"],
        street.look["color_scheme"] == "dark",
    )


def at_width(street: Any, width: int) -> None:
    """Browsers that are opened from now on are this wide."""
    street.look = street.look | {"viewport": {"width": width, "height": HEIGHTS[width]}}


def press(page: Page, words: str) -> None:
    """Press the visible button, or follow the visible link, with these words."""
    page.locator(f"button:visible:has-text('{words}'), a:visible:has-text('{words}')").first.click()


def heading(page: Page, words: str) -> None:
    """The page says this above everything else."""
    expect(page.locator("h1:visible").first).to_contain_text(words)


@contextmanager
def sent(page: Page, to: str = "") -> Iterator[Any]:
    """`with sent(page):` press a button that sends a form: afterwards the page that answers is there."""
    landed: list[object] = []
    page.once("framenavigated", lambda frame: landed.append(frame))
    with page.expect_response(lambda answer: answer.request.method == "POST" and to in answer.url) as answer:
        yield answer
    if answer.value.request.is_navigation_request():
        until(lambda: landed or page.wait_for_timeout(20))
        page.wait_for_load_state()


def look_again(page: Page, street: Any) -> None:
    """Without JavaScript a page is looked at again by hand."""
    if not street.look["java_script_enabled"]:
        page.reload()


def until(look: Callable[[], Any]) -> Any:
    """What `look` finds, as soon as it finds something."""
    deadline = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < deadline, "It did not come."
        time.sleep(0.3)
    return found


def mark() -> str:
    """Letters that nobody else has, to know people and reports of this story by."""
    return "".join(chr(ord("a") + int(figure, 16)) for figure in uuid4().hex[:6])


def letters_to(page: Page, address: str, words: str = "") -> Locator:
    """What the demo's mailbox holds for this address, newest first."""
    page.goto("/demo/postvak/")
    return page.locator("li.bw-task", has_text=address).filter(has_text=words)


def paths_to(page: Page, address: str, words: str = "") -> list[str]:
    """Where the letters to this address with these words can be read, newest first."""
    links = letters_to(page, address, words).get_by_role("link", name="Lees")
    return [str(path) for path in links.evaluate_all("links => links.map(link => link.getAttribute('href'))")]


def mail_to(page: Page, address: str, words: str, but: Collection[str] = ()) -> str:
    """Open the newest mail or message to this address with these words. Returns its text; links can be pressed.

    `but` are the paths of letters that were there before.
    """
    page.goto(until(lambda: [path for path in paths_to(page, address, words) if path not in but])[0])
    return page.locator("main").inner_text()


def was_written_to(page: Page, address: str, about: str, words: str = "") -> bool:
    """Does any mail or message to this address with these words hold what it is about, or lead to it?"""
    for path in paths_to(page, address, words):
        page.goto(path)
        if about in page.locator("main").inner_html():
            return True
    return False


def follow(page: Page, path: str) -> None:
    """Tap the link in the mail that is open."""
    page.locator(f"main .bw-letter a[href*='{path}']").first.click()


def sign_in(street: Any, email: str) -> Page:
    """The browser of somebody who signs in with a code from the mail."""
    page = street.browser_of(None)
    page.goto("/inloggen/")
    type_sign_in_code(page, street, email)
    page.wait_for_url(lambda url: "/inloggen/" not in url)
    return page


def type_sign_in_code(page: Page, street: Any, email: str) -> None:
    """From the page that asks for a mail address to wherever one was going."""
    before = paths_to(street.post, email, "code")
    page.fill("[name=login]", email)
    press(page, "Stuur mij een code")
    code = re.search(r"\b\d{4}-\d{4}\b", mail_to(street.post, email, "code", but=before))
    page.fill("[name=code]", code[0])
    page.get_by_role("button", name="Inloggen", exact=True).click()


def become(street: Any, name: str, email: str, path: str) -> Page:
    """The browser of somebody with a task, at this page: by one click where the demo has that, else as for real."""
    page = street.browser_of(None)
    page.goto("/demo/")
    click = page.get_by_role("button", name=f"Word {name}", exact=True)
    if click.count():
        click.click()
        page.wait_for_url(lambda url: "/demo/" not in url)
    elif email in SIGNED_IN:
        page.context.add_cookies(SIGNED_IN[email])
    else:
        page.context.close()
        page = sign_in(street, email)
        take_second_step(page)
        SIGNED_IN[email] = page.context.cookies()
    page.goto(path)
    return page


SIGNED_IN: dict[str, Any] = {}  # the cookies of those who signed in, so that it is done once


def take_second_step(page: Page) -> None:
    """Set up a code app."""
    page.goto("/mijn/beveiliging/app/")
    page.fill("[name=code]", app_code(page.locator(".bw-code").inner_text().strip()))
    press(page, "Zet aan")
    page.wait_for_url(lambda url: "/app/" not in url)


def app_code(secret: str) -> str:
    """What a code app shows now (RFC 6238)."""
    key = b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    told = digest(key, int(time.time() // STEP).to_bytes(8, "big"), sha1)
    start = told[-1] & 15
    return f"{(int.from_bytes(told[start : start + 4], 'big') & 0x7FFFFFFF) % 10**6:06d}"


def go_and_call(page: Page) -> None:
    """From what was seen to the call. Whether a neighbour called already is in the answer, and a moment later shown."""
    with sent(page, "/melden/") as answer:
        page.locator("main button:visible", has_text=re.compile("^Verder: 1")).first.click()
    if 'data-at="neighbour"' in answer.value.text():
        press(page, "Nee, dit is iets anders")
    heading(page, "Bel nu 1")


def warn(page: Page, what: str, where: str) -> str:
    """See something, call, and warn the neighbours. Returns the id of the report."""
    page.goto("/")
    press(page, "Ik zie iets verdachts")
    heading(page, "Wat gebeurt er?")
    page.locator("label:has-text('Voelt aan deuren')").click()
    page.locator("textarea:visible").first.fill(what)
    page.fill("input[name=place]", where)
    page.locator("label:has-text('Ja, ik zie het nu')").click()
    go_and_call(page)
    press(page, "Ik heb gebeld")
    press(page, "Deel met")
    page.wait_for_url(re.compile("/gedeeld/"))
    return re.search(r"/meldingen/([0-9a-f-]+)/", page.url)[1]
