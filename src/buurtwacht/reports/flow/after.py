# SPDX-License-Identifier: EUPL-1.2
"""The page of the reporter after sharing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from buurtwacht.live.services import person_topic
from buurtwacht.policy.model import Approach, Policy
from buurtwacht.reports import rules
from buurtwacht.reports.models import Report
from buurtwacht.reports.queries import neighbours_to_tell, thread_of

TOGETHER = (Approach.AT_LEAST_TWO, Approach.IF_SAFE_AT_LEAST_TWO)


@dataclass(frozen=True, slots=True)
class Tip:
    """One safe thing to do, with the icon that stands beside it."""

    icon: str
    words: str


def after_sharing(report: Report) -> dict[str, Any]:
    """Everything for reports/flow/shared.html."""
    policy = report.group.policy
    return {
        "report": report,
        "group": report.group,
        "policy": policy,
        "step": 4,
        "thread": thread_of(report),
        "topics": [
            f"report:{report.pk}:{get_language()}",
            *([person_topic(report.reporter_id)] if report.reporter_id else []),
        ],
        "tips": list(safe_tips(policy)),
        "is_for_everybody": rules.is_for_everybody(report, policy),
        "neighbours": neighbours_to_tell(report.group),
        "sos": {
            "number": policy.emergency_number,
            "called_at": report.called_at if report.is_live else None,
            "quiet": report.called_at is not None,
        },
    }


def safe_tips(policy: Policy) -> Iterator[Tip]:
    """Safe things to do, the calmest first, with what the policy says about speaking to somebody (C18)."""
    yield Tip("home", _("Stay inside"))
    yield Tip("bulb", _("Turn the light on, also outside"))
    yield Tip("eye", _("Look from your window"))
    yield from _speaking(policy.approach)
    number = {"number": policy.emergency_number}
    yield Tip("phone", _("Keep your phone at hand. %(number)s may call back.") % number)
    yield Tip("device-mobile", _("Phone in your pocket while you drive or ride"))
    yield Tip("hand-stop", _("Follow nobody. Stop nobody."))


def _speaking(approach: Approach) -> Iterator[Tip]:
    if approach is Approach.FRIENDLY_QUESTION:
        yield Tip("message-circle", _("Is it safe? Then you can ask kindly whether somebody is lost."))
    if approach in TOGETHER:
        yield Tip("users", _("Going outside? Only if it is safe, and never alone: at least with two."))
    if approach is Approach.IF_SAFE:
        yield Tip("message-circle", _("Speak to somebody only if it is really safe."))
    if approach is Approach.ASK_FOR_COMPANY:
        yield Tip("users", _("Going outside? Only if it is safe. Ask a neighbour to come along."))
    if approach is Approach.REGISTER_ONLY:
        yield Tip("notes", _("Write down what you see: time, clothing, direction."))
