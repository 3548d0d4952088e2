# SPDX-License-Identifier: EUPL-1.2
"""Do the homeserver and we understand each other? For `buurtwacht matrix check`."""

from dataclasses import dataclass

from buurtwacht.channels.base import DeliveryFailed

from .answers import MatrixRefused
from .homeserver import CLIENT, Homeserver
from .names import APPSERVICE, bot_id
from .problems import problems


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is as it should be, or not; in a sentence for the operator."""

    is_fine: bool
    sentence: str


async def findings() -> list[Finding]:
    """Everything that can be seen from here, up to the first thing that is wrong."""
    wrong = [Finding(False, sentence) for sentence in problems()]
    if wrong:
        return wrong
    server = Homeserver()
    found: list[Finding] = []
    try:
        for look in (_answers, _knows_us, _reaches_us):
            found.append(await look(server))
            if not found[-1].is_fine:
                break
    finally:
        await server.close()
    return found


async def _answers(server: Homeserver) -> Finding:
    try:
        said = await server.call("GET", "/_matrix/client/versions")
    except MatrixRefused as refusal:
        return Finding(bool(refusal.code), "The homeserver answers.")
    except DeliveryFailed as failure:
        return Finding(False, f"The homeserver does not answer: {failure.reason}.")
    versions = said.get("versions")
    newest = str(versions[-1]) if isinstance(versions, list) and versions else ""
    return Finding(bool(newest), f"The homeserver answers, and speaks Matrix {newest or '?'}.")


async def _knows_us(server: Homeserver) -> Finding:
    try:
        await server.register()
        user = (await server.call("GET", f"{CLIENT}/account/whoami")).get("user_id")
    except MatrixRefused as refusal:
        return Finding(False, f"The homeserver does not know us ({refusal.code}). Has it read the registration file?")
    except DeliveryFailed as failure:
        return Finding(False, f"The homeserver does not answer: {failure.reason}.")
    return Finding(user == bot_id(), f"The homeserver knows us as {user}; the settings say {bot_id()}.")


async def _reaches_us(server: Homeserver) -> Finding:
    """It is asked to ask us. Our pages must be running."""
    try:
        await server.call("POST", f"/_matrix/client/v1/appservice/{APPSERVICE}/ping", {"transaction_id": "check"})
    except MatrixRefused as refusal:
        sentence = f"The homeserver does not reach us ({refusal.code}). Is the url in the registration file right?"
        return Finding(False, sentence)
    except DeliveryFailed as failure:
        return Finding(False, f"The homeserver does not answer: {failure.reason}.")
    return Finding(True, "The homeserver reaches us.")
