# SPDX-License-Identifier: EUPL-1.2
import json
from dataclasses import asdict, dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything a hub needs to know. It reads no settings, so that its process stays small."""

    dsn: str  # libpq connection string
    stream_key: str  # hex
    field_keys: list[str]  # hex, newest first
    site_url: str  # whose pages may ask (CORS)
    host: str = "127.0.0.1"
    port: int = 8001
    certificate: str = ""  # PEM file; with it, the hub ends TLS itself
    certificate_key: str = ""
    most_connections: int = 50_000
    most_per_person: int = 30
    most_remembered: int = 5000  # events kept in memory for who comes back
    ask_seconds: float = 10.0  # in which a request must be complete
    poll_seconds: float = 1.0  # without a ring after which the hub looks all the same
    beat_seconds: float = 1.0  # between two buckets of heartbeats; there are 25
    drain_seconds: float = 4.0  # over which streams are closed at the end, so that not all come back at once
    measure_port: int = 0  # a loopback port that tells frames without a database, for measuring only: see docs/hub.md

    @classmethod
    def from_json(cls, text: str) -> Self:
        return cls(**json.loads(text))

    def to_json(self) -> str:
        return json.dumps(asdict(self))
