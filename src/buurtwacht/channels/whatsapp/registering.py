# SPDX-License-Identifier: EUPL-1.2
"""Our templates at Meta: handing them in, and how they and the number stand. For the operator's command."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from buurtwacht.channels.base import DeliveryFailed

from .forms import CATEGORY, Form, forms
from .graph import Graph
from .shelf import USABLE

MISSING = "NOT SUBMITTED"
TIERS = {"TIER_50": 50, "TIER_250": 250, "TIER_1K": 1_000, "TIER_2K": 2_000, "TIER_10K": 10_000, "TIER_100K": 100_000}


@dataclass(frozen=True, slots=True)
class Standing:
    """One of our templates in one language, as Meta has it."""

    form: Form
    language: str
    status: str = MISSING
    category: str = ""

    @property
    def is_fine(self) -> bool:
        return self.status == USABLE and self.category == CATEGORY


async def standings(graph: Graph) -> list[Standing]:
    """How each of our templates stands. Raises `DeliveryFailed`."""
    listed = {(one.get("name"), one.get("language")): one for one in await graph.templates()}
    found = []
    for form, language in _ours():
        theirs = listed.get((form.name, language), {})
        found.append(Standing(form, language, theirs.get("status", MISSING), theirs.get("category", "")))
    return found


async def submit_missing(graph: Graph) -> list[tuple[Standing, str]]:
    """Hand in what Meta does not have. Returns how each now stands, and why it was refused where it was."""
    told = []
    for standing in await standings(graph):
        if standing.status != MISSING:
            continue
        try:
            answer = await graph.submit(standing.form.submission(standing.language))
        except DeliveryFailed as refusal:
            told.append((standing, refusal.reason))
            continue
        status, category = str(answer.get("status", "PENDING")), str(answer.get("category", CATEGORY))
        told.append((Standing(standing.form, standing.language, status, category), ""))
    return told


async def account_problems(graph: Graph) -> list[str]:
    """What is wrong with the number and the webhooks, in sentences for the operator. Raises `DeliveryFailed`."""
    phone = await graph.phone()
    found = [*_limits(phone), *_health(phone)]
    if not await graph.subscriptions():
        found.append("No app is subscribed to the webhooks of the account: nothing that people say will reach us.")
    return found


def _limits(phone: dict[str, Any]) -> Iterator[str]:
    most = TIERS.get(str(phone.get("messaging_limit_tier")))
    if most and not 0 < settings.WHATSAPP_DAILY_LIMIT <= most:
        ours = settings.WHATSAPP_DAILY_LIMIT
        yield f"BUURTWACHT_WHATSAPP_DAILY_LIMIT is {ours}, and Meta allows {most} people a day."
    throughput = phone.get("throughput")
    level = throughput.get("level") if isinstance(throughput, dict) else ""
    if level == "STANDARD" and not 0 < settings.WHATSAPP_PER_SECOND <= 80:
        yield f"BUURTWACHT_WHATSAPP_PER_SECOND is {settings.WHATSAPP_PER_SECOND}, and Meta allows 80 messages a second."


def _health(phone: dict[str, Any]) -> Iterator[str]:
    if phone.get("status") not in ("CONNECTED", None):
        yield f"The number is {phone.get('status')} at Meta, and must be CONNECTED."
    if phone.get("quality_rating") == "RED":
        yield "The quality of the number is RED: people block or report its messages, and Meta will limit it."


def _ours() -> Iterator[tuple[Form, str]]:
    for form in forms().values():
        for language in form.wordings:
            yield form, language
