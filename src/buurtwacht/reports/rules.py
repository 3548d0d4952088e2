# SPDX-License-Identifier: EUPL-1.2
"""What may happen in a report, and in which order. No database."""

from datetime import datetime, timedelta
from enum import StrEnum

from buurtwacht.policy.model import Doubt, Policy, Raiser
from buurtwacht.wording.danger import tells_danger

from .content import Content
from .looks import words_in
from .models import Report

Status = Report.Status


class Step(StrEnum):
    """The letters of SAAR, and the friendly other way for what is over and for what is no emergency here."""

    NOTICE = "notice"
    ELSEWHERE = "elsewhere"
    ALARM = "alarm"
    APP = "app"
    RESPOND = "respond"


def next_step(
    content: Content, policy: Policy, *, in_doubt: bool = False, insists: bool = False, is_shared: bool = False
) -> Step:
    """The first step of SAAR that is still to be done. This is the one gate: call first, then tell the group.

    `insists`: who tells it says that it is about safety now, whatever the group calls no emergency.
    """
    if is_shared:
        return Step.RESPOND
    if not (says_what_happens(content) and says_where(content) and content.in_sight):
        return Step.NOTICE
    if content.in_sight == Report.InSight.GONE:
        return Step.ELSEWHERE
    if is_no_emergency(content, policy) and not insists:
        return Step.ELSEWHERE
    if not content.called_at and not (in_doubt and policy.doubt is not Doubt.OFF):
        return Step.ALARM
    return Step.APP


def is_no_emergency(content: Content, policy: Policy) -> bool:
    """Is every sign told one of those that the group calls no emergency (C19, R103)?

    Never with danger, ticked or in words, and never for who called already: they decided that it was one.
    """
    signs = set(content.behaviours)
    if not signs or not signs <= set(policy.not_acute) or content.danger or content.called_at:
        return False
    return not tells_danger(". ".join((*words_in(content), content.supposed)))


def says_what_happens(content: Content) -> bool:
    """Behaviour in chips or in words. How somebody looks is not behaviour: cards alone are not enough (R126)."""
    return bool(content.text) or any(sign != "other" for sign in content.behaviours)


def says_where(content: Content) -> bool:
    return bool(content.place) or content.location is not None


def first_status(
    content: Content, policy: Policy, *, by_coordinator: bool, is_suspended: bool = False, is_read: bool = True
) -> Report.Status:
    """How a report begins. Whoever may not write for a while still warns: the coordinator reads it first.

    `is_read`: somebody else coordinates the group today. Where nobody does, nothing waits for them.
    """
    if is_read and (is_suspended or (policy.raiser is Raiser.COORDINATOR and not by_coordinator)):
        return Status.WAITING
    return Status.OPEN if content.called_at else Status.DOUBT


def doubt_ends_at(now: datetime, policy: Policy) -> datetime:
    """A doubt ends in a call or in "nothing wrong", within a quarter of an hour (C3)."""
    return now + timedelta(minutes=policy.doubt_minutes)


def is_for_everybody(report: Report, policy: Policy) -> bool:
    """Does the whole group see this report now, or do only its reporter and the coordinators? (C3, C16)"""
    return report.shown_at is not None and report.status not in (Status.WAITING, Status.HIDDEN)


def coordinator_is_first(status: str, policy: Policy) -> bool:
    """Does a new report go to the coordinator before the group sees it? Then its `shown_at` stays empty. (C3, C16)"""
    return status == Status.WAITING or (status == Status.DOUBT and policy.doubt is Doubt.COORDINATOR_FIRST)
