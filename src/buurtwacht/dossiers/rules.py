# SPDX-License-Identifier: EUPL-1.2
"""May this happen, and when: pure questions about dossiers."""

from datetime import date, datetime, timedelta

from buurtwacht.policy.model import DossierRule, OutcomeRule, PoliceAccess, Policy

from .models import Dossier, Handover

REVIEW_DAYS = 7  # a coordinator has five minutes a week
LINK_DAYS = 7
MOST_WRONG_CODES = 5
OPEN_FOR = timedelta(minutes=60)  # how long the officer who gave the code may look and download
CONTENT_KEPT_FOR = timedelta(days=30)  # requirements 4.3: content 30 days,
LOG_KEPT_FOR = timedelta(days=730)  # who, when and digest two years
GIVE_UP_AFTER = timedelta(days=30)  # then neighbours hear that no outcome is known (R155)
REMINDER_EVERY = timedelta(days=2)
MOST_REMINDERS = 3


def begins_on_closing(policy: Policy) -> bool:
    """Does closing a report put a dossier on the desk? Otherwise the coordinator makes one on request (C17)."""
    return policy.dossier in (DossierRule.ALWAYS_AFTER_CLOSING, DossierRule.AFTER_CLOSING_CONFIRMED)


def may_be_set_aside(policy: Policy) -> bool:
    """Where every conversation goes to the police (source 001), the coordinator cannot decide otherwise."""
    return policy.dossier is not DossierRule.ALWAYS_AFTER_CLOSING


def police_may_sign_in_to(policy: Policy) -> bool:
    """May an officer who is signed in open dossiers? Otherwise only whoever has the link and the code (C4)."""
    return PoliceAccess.DOSSIER in policy.police_access


def expects_outcome(policy: Policy) -> bool:
    """Is the outcome of a real report told to the group? (C17, R154)"""
    return policy.outcome not in (OutcomeRule.NO, OutcomeRule.EXERCISES)


def outcome_due_on(handed_over: date, policy: Policy) -> date | None:
    """When the answer is due: after so many days, and never in a weekend when the term is a working day."""
    if not expects_outcome(policy):
        return None
    due = handed_over + timedelta(days=policy.outcome_days)
    while policy.outcome_days == 1 and due.weekday() >= 5:
        due += timedelta(days=1)
    return due


def can_be_opened(handover: Handover, now: datetime) -> bool:
    """The link works once, for a week, and not after five wrong codes."""
    return (
        handover.opened_at is None
        and handover.package is not None
        and now < handover.expires_at
        and handover.wrong_codes < MOST_WRONG_CODES
    )


def can_be_answered(dossier: Dossier) -> bool:
    return dossier.status == Dossier.Status.HANDED_OVER and not dossier.outcome


def needs_reminder(dossier: Dossier, now: datetime) -> bool:
    """From two days before the due date, every second day, three times at most."""
    if not can_be_answered(dossier) or dossier.outcome_due_on is None or dossier.reminders >= MOST_REMINDERS:
        return False
    first = dossier.outcome_due_on - REMINDER_EVERY
    last = dossier.reminded_at
    return now.date() >= first and (last is None or now - last >= REMINDER_EVERY)


def rest_before_asking(dossier: Dossier, now: datetime) -> datetime | None:
    """From when the police may be asked by hand again: two days after they last were, by whomever. None: now."""
    last = dossier.reminded_at
    return last + REMINDER_EVERY if last and now - last < REMINDER_EVERY else None


def is_given_up(dossier: Dossier, handed_over_at: datetime, now: datetime) -> bool:
    """After thirty days without an answer neighbours hear that, too."""
    return can_be_answered(dossier) and dossier.outcome_due_on is not None and now - handed_over_at >= GIVE_UP_AFTER
