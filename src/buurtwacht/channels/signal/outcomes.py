# SPDX-License-Identifier: EUPL-1.2
"""What became of a `send`. Pure. Its words are never passed on: numbers stand in them."""

from typing import Any

from buurtwacht.channels.base import DeliveryFailed, Receipt

from .daemon import Answer, inner

RATE_LIMIT, UNTRUSTED, USER_ERROR = -5, -4, -1  # codes of the daemon's errors
# Signal lets a robot write again after hours, or after a puzzle for people: an alarm does not wait for that.
STOPPED = {"RATE_LIMIT_FAILURE", "PROOF_REQUIRED_FAILURE", "IDENTITY_FAILURE"}
GONE = "UNREGISTERED_FAILURE"
FINE = "SUCCESS"


class UserError(DeliveryFailed):
    """The daemon does not know this group or person; or there is another mistake in what we asked."""


def outcome_of(answer: Answer) -> Receipt:
    """Raises `DeliveryFailed`. A group that some members got is told."""
    types = _types(inner(answer, "result", "results") or inner(answer, "error", "data", "response", "results"))
    error = answer.get("error")
    if types and FINE not in types:
        raise _failure(types[0])
    if isinstance(error, dict):
        raise _error(error.get("code"))
    timestamp = inner(answer, "result", "timestamp")
    return Receipt(str(timestamp) if isinstance(timestamp, int) else "")


def _failure(kind: str) -> DeliveryFailed:
    gone = kind == GONE
    return DeliveryFailed(kind, permanent=gone or kind in STOPPED, gone=gone)


def _error(code: object) -> DeliveryFailed:
    if code == RATE_LIMIT:
        return DeliveryFailed("RATE_LIMIT_FAILURE", permanent=True)
    if code == UNTRUSTED:
        return DeliveryFailed("IDENTITY_FAILURE", permanent=True)
    if code == USER_ERROR:
        return UserError("the daemon does not understand us", permanent=False)
    return DeliveryFailed(f"error {code}" if isinstance(code, int) else "error", permanent=False)


def _types(results: Any) -> list[str]:
    """Each result's kind, in capitals; a kind that we do not know passes as trouble that may pass."""
    if not isinstance(results, list):
        return []
    found = [one.get("type") for one in results if isinstance(one, dict)]
    return [kind if kind in STOPPED | {GONE, FINE, "NETWORK_FAILURE"} else "FAILURE" for kind in found]
