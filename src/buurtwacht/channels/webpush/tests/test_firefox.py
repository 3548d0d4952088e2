# SPDX-License-Identifier: EUPL-1.2
"""The whole way: a real Firefox subscribes with our key, gets our sealed message, opens it, and shows it."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import web

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.channels.webpush.vapid import public_key
from buurtwacht.testing.peers.firefox import Firefox, push_preferences
from buurtwacht.testing.peers.push_service import PushService
from buurtwacht.testing.peers.serving import WebServer

PAGE = "<!doctype html><html lang=nl><title>Mijn telefoon</title><h1>Mijn telefoon</h1>"
WORKER = """
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("push", (event) => {
  const { title, ...shown } = event.data.json().notification;
  event.waitUntil(self.registration.showNotification(title, shown));
});
"""
SUBSCRIBE = """
const registration = await navigator.serviceWorker.register("/worker.js");
await navigator.serviceWorker.ready;
const options = { userVisibleOnly: true, applicationServerKey: "%s" };
return (await registration.pushManager.subscribe(options)).toJSON();
"""
SHOWN = """
const registration = await navigator.serviceWorker.ready;
for (let i = 0; i < 200; i++) {
  const shown = await registration.getNotifications();
  if (shown.length >= %d)
    return shown.map(({ title, body, tag, lang, data, silent }) => ({ title, body, tag, lang, data, silent }));
  await new Promise((done) => setTimeout(done, 50));
}
return [];
"""
UNSUBSCRIBE = """
const registration = await navigator.serviceWorker.ready;
return (await registration.pushManager.getSubscription()).unsubscribe();
"""


class Site(WebServer):
    """A page and its service worker."""

    def __init__(self) -> None:
        app = web.Application()
        app.router.add_get("/", self._page)
        app.router.add_get("/worker.js", self._worker)
        super().__init__(app)

    async def _page(self, request: web.Request) -> web.Response:
        return web.Response(text=PAGE, content_type="text/html")

    async def _worker(self, request: web.Request) -> web.Response:
        return web.Response(text=WORKER, content_type="text/javascript")


@pytest.mark.browser
@pytest.mark.timeout(900)
def test_firefox_shows_what_we_send_and_stops_when_the_neighbour_does(loopback: None) -> None:
    channel = WebPushChannel()

    async def story(site: Site, service: PushService) -> tuple[list[Any], list[Any], Any]:
        async with Firefox(**push_preferences(service.url)) as firefox:
            await firefox.open(f"{site.url}/")
            subscription = await firefox.run(SUBSCRIBE % public_key())
            address = channel.normalise(json.dumps(subscription))
            await channel.prepare([address])
            alarm = make_message(extra={"emergency_number": "112"})
            update = make_message(title="Aanvulling 21:19", urgency="update", topic="report-8", sound=False)
            outcomes = await channel.send_many([(alarm, address), (update, address)])
            shown = await firefox.run(SHOWN % 2)
            async with asyncio.timeout(20):
                while len(service.acknowledged) < 2:
                    await asyncio.sleep(0.05)
            assert await firefox.run(UNSUBSCRIBE)
            async with asyncio.timeout(20):
                while not service.gone:
                    await asyncio.sleep(0.05)
            [late] = await channel.send_many([(alarm, address)])
        await channel.close()
        return outcomes, shown, late

    with Site() as site, PushService() as service:
        outcomes, shown, late = asyncio.run(story(site, service))
    assert outcomes == [Receipt(), Receipt()]
    assert service.acknowledged == [100, 100]
    alarm, update = sorted(shown, key=lambda each: each["tag"])
    assert alarm["title"] == "112 gebeld 21:14. Vogelbuurt"
    assert alarm["body"].startswith("Bel alleen bij nieuwe informatie.")
    assert alarm["lang"] == "nl"
    assert alarm["data"]["emergency_number"] == "112"
    assert alarm["data"]["receipt"].startswith("https://buurtwacht.example/")
    assert update["title"] == "Aanvulling 21:19"
    assert update["silent"]
    assert isinstance(late, DeliveryFailed)
    assert late.gone
