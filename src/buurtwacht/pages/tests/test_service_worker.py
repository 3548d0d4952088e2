# SPDX-License-Identifier: EUPL-1.2
"""The service worker in a real Chromium: a push is shown, and somebody hears that it was."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from typing import Any

import pytest
from django.conf import settings as django_settings

pytestmark = pytest.mark.browser

PATIENCE = 120.0  # seconds; the machine that tests may be a slow one


class Receiver:
    """Stands in for the hub: takes receipts, or is out of order."""

    def __init__(self) -> None:
        self.taken: Queue[dict[str, Any]] = Queue()
        self.is_broken = False
        self.refused = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(503 if outer.is_broken else 204)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.end_headers()
                if outer.is_broken:
                    outer.refused += 1
                else:
                    outer.taken.put(json.loads(body))

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def next(self) -> dict[str, Any]:
        return self.taken.get(timeout=PATIENCE)


@pytest.fixture
def hub(settings) -> Iterator[Receiver]:
    receiver = Receiver()
    settings.LIVE_URL = receiver.url
    policy = django_settings.CONTENT_SECURITY_POLICY
    settings.CONTENT_SECURITY_POLICY = {
        "DIRECTIVES": policy["DIRECTIVES"] | {"connect-src": ["'self'", receiver.url]},
    }
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()


@pytest.fixture
def phone(browser_page, live_site, bram, hub) -> tuple[Any, Callable[..., None]]:
    """Bram's phone: a page, and a way to let a push arrive."""
    page = browser_page(person=bram, service_workers="allow", permissions=["notifications"])
    session = page.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(each["registrationId"] for each in event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    page.goto("/privacy/")
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")

    def push(notification: dict[str, Any] | str) -> None:
        text = (
            notification
            if isinstance(notification, str)
            else json.dumps({"web_push": 8030, "notification": notification})
        )
        session.send(
            "ServiceWorker.deliverPushMessage", {"origin": live_site, "registrationId": found[-1], "data": text}
        )

    return page, push


def until(found: Callable[[], Any]) -> Any:
    """What `found` gives, as soon as it is something."""
    deadline = time.monotonic() + PATIENCE
    while not (result := found()):
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.05)
    return result


SHOWN = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const all = await registration.getNotifications();
  return all.map(({title, body, tag, lang, silent, actions}) =>
    ({title, body, tag, lang, silent, actions: actions.map((each) => each.action)}));
}"""
ALARM = {
    "title": "112 gebeld 21:14. Vogelbuurt",
    "body": "Bel alleen bij nieuwe informatie.",
    "navigate": "/meldingen/1/",
    "lang": "nl",
    "tag": "melding-1",
    "silent": False,
    "actions": [{"action": "seen", "title": "Gezien"}, {"action": "watching", "title": "Ik kijk vanuit huis"}],
}


def test_an_alert_is_shown_and_acknowledged_as_shown(phone, hub):
    page, push = phone

    push(ALARM | {"data": {"receipt": f"{hub.url}/live/receipts?token=r1.abc"}})

    receipt = hub.next()
    assert (receipt["token"], receipt["kind"]) == ("r1.abc", "shown")
    [shown] = page.evaluate(SHOWN)
    assert shown == {
        "title": "112 gebeld 21:14. Vogelbuurt",
        "body": "Bel alleen bij nieuwe informatie.",
        "tag": "melding-1",
        "lang": "nl",
        "silent": False,
        "actions": ["seen", "watching"],
    }


def test_a_later_message_on_the_same_report_takes_the_place_of_the_earlier(phone, hub):
    page, push = phone

    push(ALARM | {"data": {"receipt": "r1.first"}})
    hub.next()
    push(ALARM | {"title": "Afgesloten 21:50. Vogelbuurt", "data": {"receipt": "r1.second"}})
    hub.next()

    assert [each["title"] for each in page.evaluate(SHOWN)] == ["Afgesloten 21:50. Vogelbuurt"]


def test_a_receipt_that_cannot_be_sent_waits_on_the_phone_and_goes_with_the_next(phone, hub):
    _page, push = phone
    hub.is_broken = True
    push(ALARM | {"data": {"receipt": "r1.first"}})
    until(lambda: hub.refused)
    assert hub.taken.empty()

    hub.is_broken = False
    push(ALARM | {"data": {"receipt": "r1.second"}})

    assert {hub.next()["token"], hub.next()["token"]} == {"r1.first", "r1.second"}


def test_a_push_that_cannot_be_read_is_shown_all_the_same(phone):
    page, push = phone

    push("not json")

    [shown] = until(lambda: page.evaluate(SHOWN))
    assert shown["title"] == "Buurtwacht"


def test_an_alarm_brings_its_pictures_along_and_waits_for_none(phone, hub):
    page, push = phone
    push(ALARM | {"data": {"receipt": "r1.abc"}})
    hub.next()

    [pictures] = page.evaluate("""async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({icon, badge}) => [icon, badge]);
    }""")
    assert all(picture.startswith("data:image/png;base64,") for picture in pictures)


def test_an_answer_from_the_lock_screen_is_given_in_silence(phone, hub):
    page, push = phone
    push(ALARM | {"data": {"receipt": "r1.abc"}})
    hub.next()
    [worker] = page.context.service_workers

    worker.evaluate("""async () => {
      const [notification] = await self.registration.getNotifications();
      self.dispatchEvent(new NotificationEvent("notificationclick", { notification, action: "watching" }));
    }""")

    receipt = hub.next()
    assert (receipt["kind"], receipt["answer"]) == ("acknowledged", "watching")
    assert len(page.context.pages) == 1


def test_without_network_there_is_a_page_with_the_number_of_this_group(phone):
    page, _push = phone
    until(lambda: page.evaluate("caches.match('/offline/').then((found) => Boolean(found))"))

    page.context.set_offline(True)
    page.goto("/meldingen/")

    assert page.locator("main a.bw-dial").get_attribute("href") == "tel:112"
    assert page.locator("h1").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.bw-dial')).minHeight") == "88px"


def test_a_report_form_that_was_opened_before_opens_without_network_too(phone):
    page, _push = phone
    page.goto("/groepen/vogelbuurt/melden/")
    until(lambda: page.evaluate("caches.match(location.href).then((found) => Boolean(found))"))

    page.context.set_offline(True)
    page.reload()

    assert page.get_by_role("heading", level=1).inner_text() == "Wat gebeurt er?"
    assert page.locator("textarea").first.is_editable()


def test_what_belongs_to_one_person_is_gone_after_signing_out(phone):
    page, _push = phone
    page.goto("/groepen/vogelbuurt/melden/")
    until(lambda: page.evaluate("caches.match('/groepen/vogelbuurt/melden/').then((found) => Boolean(found))"))

    page.goto("/uitloggen/")
    page.locator("main form button").click()

    until(lambda: page.evaluate("caches.match('/groepen/vogelbuurt/melden/').then((found) => !found)"))
