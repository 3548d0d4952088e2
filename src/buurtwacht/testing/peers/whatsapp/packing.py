# SPDX-License-Identifier: EUPL-1.2
"""Webhooks as they go over the wire."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Change = dict[str, Any]  # {"field": …, "value": …}


@dataclass
class Webhook:
    """One POST. `answers` holds the status of every try; 0 when there was no answer."""

    body: bytes
    headers: dict[str, str]
    answers: list[int] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return 200 in self.answers

    @property
    def value(self) -> dict[str, Any]:
        """Of its first change."""
        found: dict[str, Any] = json.loads(self.body)["entry"][0]["changes"][0]["value"]
        return found


def packed(account: str, changes: list[Change], shape: str, now: float) -> bytes:
    """One body with these changes, in one of the three shapes in which Meta batches."""
    if shape == "lists":
        changes = list(_merged(changes))
    groups = [[change] for change in changes] if shape == "entries" else [changes]
    entries = [{"id": account, "changes": group} for group in groups]
    for entry in entries:
        if any(change["field"] != "messages" for change in entry["changes"]):
            entry["time"] = int(now)
    body = {"object": "whatsapp_business_account", "entry": entries}
    # As Meta writes JSON: without spaces, and with escapes that a second writing would lose.
    return json.dumps(body, separators=(",", ":")).replace("/", "\\/").encode()


def _merged(changes: Iterable[Change]) -> Iterable[Change]:
    """Neighbours of the same kind become one, with longer lists."""
    last: Change | None = None
    for change in changes:
        same = (
            last and last["field"] == change["field"] == "messages" and last["value"].keys() == change["value"].keys()
        )
        if last and same:
            for key, more in change["value"].items():
                if isinstance(more, list):
                    known = last["value"][key]
                    last["value"][key] = known + [one for one in more if one not in known]
            continue
        if last:
            yield last
        last = {"field": change["field"], "value": dict(change["value"])}
    if last:
        yield last
