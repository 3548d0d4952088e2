# SPDX-License-Identifier: EUPL-1.2
"""A real Matrix homeserver on this machine: Synapse, in a process of its own. It is started, and never imported."""

import base64
import hashlib
import hmac
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

import requests

SERVER_NAME = "buurt.example"
START_SECONDS = 60  # on a busy machine; alone it takes two
LOOSE = {"per_second": 10_000, "burst_count": 10_000}

LOGGING = """
version: 1
handlers: {file: {class: logging.FileHandler, filename: "%s"}}
root: {level: WARNING, handlers: [file]}
disable_existing_loggers: false
"""


class Synapse:
    """Use as `with Synapse(folder, registrations) as synapse: synapse.url`. It talks to nobody else.

    `registrations` are files of application services. `stop` and `start` take it away and bring it back.
    """

    def __init__(self, folder: Path, registrations: list[str]) -> None:
        self.folder = folder
        self._secret = secrets.token_hex(16)
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        (folder / "log.yaml").write_text(LOGGING % (folder / "synapse.log"))
        seed = base64.b64encode(os.urandom(32)).decode().rstrip("=")
        (folder / "signing.key").write_text(f"ed25519 a_test {seed}\n")
        files = []
        for number, text in enumerate(registrations):
            files.append(folder / f"service{number}.yaml")
            files[-1].write_text(text)
        # JSON is YAML.
        (folder / "homeserver.yaml").write_text(json.dumps(self._configuration(files)))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        command = [sys.executable, "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BUURTWACHT_")}
        self._process = subprocess.Popen(
            command, cwd=self.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                log = self.folder / "synapse.log"
                raise RuntimeError(f"Synapse did not start: {log.read_text()[-2000:] if log.exists() else ''}")
            time.sleep(0.1)

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def person(self, name: str) -> "Person":
        """Somebody with an account here, signed in; made at the first time."""
        url = f"{self.url}/_synapse/admin/v1/register"
        nonce = requests.get(url, timeout=30).json()["nonce"]
        words = "\0".join([nonce, name, "geheim", "notadmin"]).encode()
        proof = hmac.new(self._secret.encode(), words, hashlib.sha1).hexdigest()
        wanted = {"nonce": nonce, "username": name, "password": "geheim", "admin": False, "mac": proof}
        made = requests.post(url, json=wanted, timeout=30).json()
        return Person(self.url, made["access_token"], made["user_id"])

    def _configuration(self, files: list[Path]) -> dict[str, Any]:
        rates = ("message", "registration", "registration_token_validity", "admin_redaction", "joins_per_room")
        return {
            "server_name": SERVER_NAME,
            "pid_file": str(self.folder / "pid"),
            "listeners": [
                {
                    "port": self.port,
                    "bind_addresses": ["127.0.0.1"],
                    "type": "http",
                    "tls": False,
                    "resources": [{"names": ["client"]}],
                }
            ],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "log_config": str(self.folder / "log.yaml"),
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / "signing.key"),
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": secrets.token_hex(16),
            "form_secret": secrets.token_hex(16),
            "report_stats": False,
            "trusted_key_servers": [],
            "federation_domain_whitelist": [],
            "url_preview_enabled": False,
            "bcrypt_rounds": 4,
            "app_service_config_files": [str(file) for file in files],
            **{f"rc_{name}": LOOSE for name in rates},
            "rc_login": {"address": LOOSE, "account": LOOSE, "failed_attempts": LOOSE},
            "rc_joins": {"local": LOOSE, "remote": LOOSE},
            "rc_invites": {"per_room": LOOSE, "per_user": LOOSE, "per_issuer": LOOSE},
        }

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/_matrix/client/versions", timeout=5).status_code == 200
        except requests.RequestException:
            return False


class Person:
    """Somebody with a Matrix app; with `speaks_as`, a bridge that speaks for one of its ghosts."""

    def __init__(self, url: str, token: str, user_id: str, speaks_as: str = "") -> None:
        self.url, self.token, self.id = url, token, user_id
        self._speaks_as = {"user_id": speaks_as} if speaks_as else {}
        self._since = ""
        self._counter = 0

    def call(self, method: str, path: str, content: Any = None, **query: Any) -> dict[str, Any]:
        """What the homeserver says to a yes. Anything else is a fault of the test."""
        headers = {"Authorization": f"Bearer {self.token}"}
        url = f"{self.url}/_matrix/client/v3{path}"
        asked = _session.request(method, url, json=content, params=query | self._speaks_as, headers=headers, timeout=60)
        assert asked.status_code == 200, (asked.status_code, asked.text)
        return asked.json()

    def make_room(self, **wanted: Any) -> str:
        return self.call("POST", "/createRoom", wanted)["room_id"]

    def join(self, room: str) -> None:
        self.call("POST", f"/join/{room}", {})

    def say(self, room: str, words: str, **more: Any) -> str:
        """Say it, and give the id of the event."""
        return self.put(room, {"msgtype": "m.text", "body": words} | more)

    def put(self, room: str, content: dict[str, Any], kind: str = "m.room.message") -> str:
        self._counter += 1
        return self.call("PUT", f"/rooms/{room}/send/{kind}/{self.id}{self._counter}", content)["event_id"]

    def react(self, room: str, event: str, sign: str) -> str:
        """Put a sign under a message, and give the id of that."""
        return self.put(
            room, {"m.relates_to": {"rel_type": "m.annotation", "event_id": event, "key": sign}}, "m.reaction"
        )

    def erase(self, room: str, event: str) -> str:
        self._counter += 1
        return self.call("PUT", f"/rooms/{room}/redact/{event}/{self.id}{self._counter}", {})["event_id"]

    def invitations(self, seconds: float = 0.0) -> list[str]:
        """The rooms to which somebody asks me; waits so long until there is one.

        Each time with a filter of its own: Synapse keeps its answer to the same first question for two minutes.
        """
        deadline = time.monotonic() + seconds
        while True:
            self._counter += 1
            only = json.dumps({"room": {"timeline": {"limit": self._counter}}})
            found = list(self.call("GET", "/sync", timeout=0, filter=only).get("rooms", {}).get("invite", {}))
            if found or time.monotonic() >= deadline:
                return found
            time.sleep(0.1)

    def new_in(self, room: str, seconds: float = 20.0) -> list[dict[str, Any]]:
        """What the app shows as new in this room, as it asks for it: waits until there is something."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            query = {"timeout": 2000, "since": self._since} if self._since else {"timeout": 0}
            said = self.call("GET", "/sync", **query)
            self._since = said["next_batch"]
            joined = said.get("rooms", {}).get("join", {}).get(room, {})
            events = joined.get("timeline", {}).get("events", [])
            if messages := [one for one in events if one["type"] == "m.room.message" and one["sender"] != self.id]:
                return messages
        return []

    def catch_up(self) -> None:
        """From here on, only what is new."""
        self._since = self.call("GET", "/sync", timeout=0)["next_batch"]


_session = requests.Session()  # one connection for all that people say


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
