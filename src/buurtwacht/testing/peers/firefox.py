# SPDX-License-Identifier: EUPL-1.2
"""A real Firefox without a screen, driven by WebDriver BiDi over its own WebSocket: no driver program is needed."""

import asyncio
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any, Self

import aiohttp

PROGRAMS = ("firefox-esr", "firefox")
START_SECONDS = 60
ANSWER_SECONDS = 60

# Nothing may be fetched from the Internet, and nobody is there to answer a question.
PREFERENCES: dict[str, Any] = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


def push_preferences(push_service_url: str) -> dict[str, Any]:
    """Make Firefox use a push service of ours, and allow notifications without asking."""
    return {
        "dom.push.serverURL": push_service_url.replace("http", "ws", 1) + "/",
        "dom.push.testing.allowInsecureServerURL": True,
        "dom.push.connection.enabled": True,
        "permissions.default.desktop-notification": 1,
        "alerts.useSystemBackend": False,  # else showing a notification fails where there is no desktop
    }


class Firefox:
    """Use as `async with Firefox() as firefox`."""

    def __init__(self, **preferences: Any) -> None:
        self._preferences = PREFERENCES | preferences
        self._asked = 0
        self._answers: dict[int, asyncio.Future[Any]] = {}

    async def __aenter__(self) -> Self:
        program = next(filter(None, map(shutil.which, PROGRAMS)), None)
        assert program, "This test needs Firefox. Install it (Debian: apt install firefox-esr) and run the test again."
        self._folder = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in self._preferences.items()]
        (Path(self._folder.name) / "user.js").write_text("\n".join(lines))
        self._process = await asyncio.create_subprocess_exec(
            program, "--headless", "--no-remote", "--profile", self._folder.name, "--remote-debugging-port", "0",
            "about:blank", stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            address = await asyncio.wait_for(self._address(), START_SECONDS)
            self._http = aiohttp.ClientSession()
            self._socket = await self._http.ws_connect(f"{address}/session", max_msg_size=0)
        except BaseException:
            self._process.kill()
            raise
        self._listening = asyncio.create_task(self._listen())
        await self.ask("session.new", capabilities={})
        tree = await self.ask("browsingContext.getTree")
        self._tab = tree["contexts"][0]["context"]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listening.cancel()
        self._draining.cancel()
        await self._socket.close()
        await self._http.close()
        self._process.kill()
        await self._process.wait()
        self._folder.cleanup()

    async def open(self, url: str) -> None:
        await self.ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    async def run(self, script: str) -> Any:
        """Run the body of an async function in the page; what it returns comes back by way of JSON."""
        source = f"(async () => JSON.stringify((await (async () => {{ {script} }})()) ?? null))()"
        found = await self.ask(
            "script.evaluate", expression=source, target={"context": self._tab}, awaitPromise=True, userActivation=True
        )
        if found["type"] == "exception":
            raise AssertionError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    async def ask(self, method: str, **parameters: Any) -> Any:
        """One command of the protocol, and its result."""
        self._asked += 1
        answer = self._answers[self._asked] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._asked, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, ANSWER_SECONDS)

    async def _address(self) -> str:
        """Firefox says on its error stream where it listens."""
        assert self._process.stderr
        async for line in self._process.stderr:
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line.decode(errors="replace")):
                self._draining = asyncio.create_task(self._drain())
                return found[1]
        raise AssertionError("Firefox stopped before it listened.")

    async def _drain(self) -> None:
        assert self._process.stderr
        async for _ in self._process.stderr:
            pass

    async def _listen(self) -> None:
        async for said in self._socket:
            heard = json.loads(said.data)
            answer = self._answers.pop(heard.get("id"), None)
            if answer and heard["type"] == "error":
                answer.set_exception(AssertionError(f"{heard['error']}: {heard['message']}"))
            elif answer:
                answer.set_result(heard["result"])
