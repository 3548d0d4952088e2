# SPDX-License-Identifier: EUPL-1.2
"""What people see: a page in a real browser, a real site and a real hub."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from buurtwacht.live.services import close_streams
from buurtwacht.testing.hub import RunningHub

pytestmark = pytest.mark.browser

ITEMS = "[data-live-list] li"
PATIENCE = 120.0  # seconds


@pytest.fixture
def near_hub(live_site: str, settings, start_hub: Callable[..., RunningHub]) -> RunningHub:
    """A hub that the pages of this test know."""
    hub = start_hub(site_url=live_site)
    settings.LIVE_URL = hub.url
    policy = settings.CONTENT_SECURITY_POLICY
    directives = policy["DIRECTIVES"] | {"connect-src": ["'self'", hub.url]}
    settings.CONTENT_SECURITY_POLICY = policy | {"DIRECTIVES": directives}
    settings.ROOT_URLCONF = "buurtwacht.live.tests.pages"
    return hub


def until(page: Page, question: Callable[[], bool]) -> None:
    """Wait, while the page goes on."""
    deadline = time.monotonic() + PATIENCE
    while not question():
        assert time.monotonic() < deadline, "It did not come."
        page.wait_for_timeout(20)


@pytest.fixture
def follow(near_hub: RunningHub, browser_page, bram, topic: str) -> Callable[..., Page]:
    """Bram opens the page, and it has found the hub."""

    def open_page(query: str = "", *, prepare: Callable[[Page], object] = lambda page: None, count: int = 1) -> Page:
        page = browser_page(person=bram)
        prepare(page)
        page.goto(f"/volg/{topic}/{query}")
        until(page, lambda: near_hub.figure("subscribers") >= count)
        return page

    return open_page


def test_news_comes_on_top_and_is_announced_once(follow, tell, topic):
    tell(topic, '<li id="first">Oud, maar nu pas verteld</li>')
    page = follow()
    tell(topic, '<li id="second" data-live-announce="Nieuw: Merelweg">Nieuw</li>')
    tell(topic, '<li id="third">Nieuwer</li>')

    expect(page.locator(ITEMS)).to_have_text(["Nieuwer", "Nieuw", "Oud"])
    expect(page.locator("[data-live-region]")).to_have_text("Nieuw: Merelweg Nieuw bericht")
    expect(page.locator("[data-live-empty]")).to_have_count(0)


def test_what_was_told_while_the_page_was_made_is_not_missed(follow, tell, topic):
    tell(topic, '<li id="between">Tussendoor</li>')

    expect(follow().locator("#between")).to_have_text("Tussendoor")


def test_an_element_is_replaced_and_the_focus_stays(follow, tell, topic):
    page = follow()
    tell(topic, '<li id="second">Een <button id="more">meer</button></li>')
    page.locator("#more").focus()
    tell(topic, '<li id="second">Twee <button id="more">meer</button></li>', "replace")

    expect(page.locator("#second")).to_contain_text("Twee")
    expect(page.locator("#more")).to_be_focused()


def test_an_element_goes(follow, tell, topic):
    page = follow()
    tell(topic, "first", "gone")

    expect(page.locator("#first")).to_have_count(0)


def test_a_script_in_an_event_does_nothing(follow, tell, topic):
    page = follow()
    tell(topic, '<li id="second">Veilig<script>window.harmed = 1</script></li>')

    expect(page.locator("#second")).to_contain_text("Veilig")
    assert page.evaluate("window.harmed") is None


def test_the_next_group_along_does_not_come_on_the_page(follow, tell, topic):
    page = follow()
    tell("group:elsewhere:nl", '<li id="theirs">Niet voor u</li>')
    tell(topic, '<li id="ours">Voor u</li>')

    expect(page.locator("#ours")).to_be_visible()
    expect(page.locator("#theirs")).to_have_count(0)


def test_without_a_connection_it_says_so_and_afterwards_nothing_is_missed(follow, near_hub, tell, topic):
    page = follow()
    offline = page.locator("[data-live-offline]")
    expect(offline).to_be_hidden()
    near_hub.kill()
    expect(offline).to_be_visible()
    expect(offline).to_contain_text("Geen verbinding. Bellen kan wel.", use_inner_text=True)
    for turn in range(3):
        tell(topic, f'<li id="missed{turn}">Gemist {turn}</li>')
    near_hub.start()

    expect(page.locator("#missed0")).to_be_visible(timeout=PATIENCE * 1000)
    expect(offline).to_be_hidden()
    expect(page.locator(ITEMS)).to_have_text(["Gemist 2", "Gemist 1", "Gemist 0", "Oud"])


def test_a_stale_token_is_replaced_without_anybody_noticing(follow, tell, topic):
    page = follow("?stale")
    tell(topic, '<li id="second">Nieuw</li>')

    expect(page.locator("#second")).to_be_visible()


def test_where_no_stream_gets_through_the_page_asks(follow, near_hub, tell, topic):
    """Some networks hold the bytes of an answer until it ends."""

    def hold_streams(page: Page) -> None:
        page.clock.install()
        page.route("**/live?*", lambda route: None)
        page.on("request", lambda request: page.clock.fast_forward(7000) if "/live?" in request.url else None)

    page = follow(prepare=hold_streams)
    assert near_hub.figure("polls_total") >= 1
    for turn in range(3):
        tell(topic, f'<li id="asked{turn}">Gevraagd {turn}</li>')

    expect(page.locator("#asked2")).to_be_visible()
    expect(page.locator(ITEMS)).to_have_text(["Gevraagd 2", "Gevraagd 1", "Gevraagd 0", "Oud"])
    assert near_hub.figure("streams_total") == 0


def test_when_rights_change_the_server_decides_anew(follow, near_hub, bram):
    page = follow(prepare=lambda page: page.clock.install())
    page.evaluate("window.before = true")
    close_streams(bram.pk)
    page.wait_for_timeout(500)
    page.clock.fast_forward(14_000)
    page.wait_for_function("window.before === undefined")


def test_a_page_that_nobody_looks_at_lets_go_and_catches_up(follow, near_hub, tell, topic):
    page = follow(prepare=lambda page: page.clock.install())
    hide = "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
    hide += " document.dispatchEvent(new Event('visibilitychange')); }"
    page.evaluate(hide, True)
    page.clock.fast_forward(61_000)
    until(page, lambda: near_hub.figure("subscribers") == 0)
    tell(topic, '<li id="second">Ondertussen</li>')
    page.evaluate(hide, False)

    expect(page.locator("#second")).to_be_visible()
