# SPDX-License-Identifier: EUPL-1.2
"""What may still be said on a report, by whom, who reads what, and until when. No database."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _

from buurtwacht.policy.model import Policy
from buurtwacht.reports.content import Content, unseal
from buurtwacht.reports.hiding import HIDE_REASONS, HideReason
from buurtwacht.reports.models import Entry, Report

__all__ = ["HIDE_REASONS", "HideReason"]  # found here too

Kind = Entry.Kind
Status = Report.Status

NEW_OBSERVATIONS = (Kind.SIGHTING, Kind.PERSON, Kind.VEHICLE)  # all that is still news once the police are there
FROM_NEIGHBOURS = (*NEW_OBSERVATIONS, Kind.CALL, Kind.POLICE_ON_SITE)
ENDINGS = (Kind.CLOSING, Kind.FALSE_ALARM, Kind.WITHDRAWN)  # each ends a thread; a thread has one of them
FULL_TELLINGS = (Kind.SHARED, Kind.CORRECTION)  # each tells the whole report
DESCRIPTIONS = (Kind.SHARED, Kind.CORRECTION, *NEW_OBSERVATIONS)  # entries that may describe somebody

MEMBERS_READ_FOR = timedelta(hours=24)  # after closing; then title and outcome only (requirements 4.3)
WORDS_KEPT_FOR = timedelta(days=30)  # after closing, for the coordinator
PHOTOS_KEPT_FOR = timedelta(days=7)  # after the hand-over to the police
FIRST_ACTIONS = timedelta(minutes=15)  # after an alarm begins nobody is offered anything but what helps now
DOUBT_GRACE = timedelta(minutes=5)  # after its deadline a question in doubt ends by itself


class Reading(StrEnum):
    """How much of a report somebody may read who may read it at all."""

    OUTCOME = "outcome"  # title and outcome
    ALL = "all"


def reading_of(closed_at: datetime | None, now: datetime, *, coordinates: bool) -> Reading:
    """How much a member of the group reads, and for how long after the end (requirements 4.3)."""
    over = closed_at is not None and closed_at + MEMBERS_READ_FOR <= now
    return Reading.OUTCOME if over and not coordinates else Reading.ALL


class Answer(StrEnum):
    """What the coordinator can say to who is in doubt, or to who asks for an alarm."""

    CALL = "call"
    SHARE = "share"
    RAISE = "raise"
    FALSE_ALARM = "false_alarm"


def answers_to(report: Report) -> tuple[Answer, ...]:
    """The answers that fit this report now; none when nobody waits for one (R094, C3, C16)."""
    if report.status == Status.WAITING:
        return (Answer.RAISE, Answer.FALSE_ALARM)
    if report.status != Status.DOUBT:
        return ()
    share = () if report.shown_at else (Answer.SHARE,)
    return (Answer.CALL, *share, Answer.FALSE_ALARM)


def role_of(report: Report, person_id: object, *, coordinates: bool) -> Entry.Role:
    """In which role somebody speaks on this report. Who reported it stays the reporter, whatever else they are."""
    if person_id == report.reporter_id:
        return Entry.Role.REPORTER
    return Entry.Role.COORDINATOR if coordinates else Entry.Role.MEMBER


def state_of_a_live(report: Report) -> Status:
    """At which stage a report is that has not ended."""
    if report.doubt_until and report.called_at is None:
        return Status.DOUBT
    return Status.WAITING if report.shown_at is None else Status.OPEN


def refusal_to_write(report: Report, policy: Policy) -> str | None:
    """Why nothing more can be said on this report, or `None` while it is going on."""
    number = {"number": policy.emergency_number}
    if report.status == Status.CLOSED:
        return _("This report is closed. Do you see something now? Call %(number)s and make a new report.") % number
    if report.status == Status.WITHDRAWN:
        return _("This report was withdrawn. Do you see something now? Call %(number)s and make a new report.") % number
    if report.status == Status.HIDDEN:
        return _("The coordinator hid this report. Do you have a question? Ask the coordinator.")
    return None


def first_actions_are_over(report: Report, now: datetime) -> bool:
    """Is there time for something else than looking, calling and adding? Always once it is over."""
    return not report.is_live or (report.shown_at is not None and report.shown_at + FIRST_ACTIONS <= now)


def refusal_to_add(report: Report, kind: str, policy: Policy, *, new_information: bool = True) -> str | None:
    """Why this kind of news cannot be added now, or `None` when it can.

    Once the police are there only new observations count (R116). One person calls; who calls after that has
    something new to tell (R096, R098).
    """
    if refusal := refusal_to_write(report, policy):
        return refusal
    if report.police_on_site_at and kind not in NEW_OBSERVATIONS:
        return _("The police are there. Add only what you see now.")
    if kind == Kind.CALL and report.called_at and not new_information:
        return _("%(number)s has been called already. Did you tell them something new? Write what it was.") % {
            "number": policy.emergency_number
        }
    return None


def refusal_by_pace(report: Report, role: str, last_at: datetime | None, now: datetime) -> str | None:
    """Why a member waits before adding, or `None`: only announcements for a while, or too soon after their last one."""
    if role != Entry.Role.MEMBER:
        return None
    if report.group.is_announcing:
        return _("For now only who reported it and the coordinator add to reports. Do you see danger? Call.")
    wait = timedelta(minutes=report.group.slow_minutes)
    if last_at is not None and last_at + wait > now:
        minutes = -(-(last_at + wait - now) // timedelta(minutes=1))
        return _("Wait %(minutes)s minutes more, and tell everything in one message. Do you see danger? Call.") % {
            "minutes": minutes
        }
    return None


def refusal_to_go(report: Report, policy: Policy) -> str | None:
    """Why nobody is asked along now, or `None`. Only where speaking to somebody together is part of the rules (C18)."""
    if not policy.buddies_allowed:
        return _("In this group you stay at home and watch from there.")
    if refusal := refusal_to_write(report, policy):
        return refusal
    if report.status != Status.OPEN:
        return _("Nobody goes out before %(number)s was called.") % {"number": policy.emergency_number}
    return _("The police are there. Stay inside.") if report.police_on_site_at else None


def rewritten(entry: Entry, better: Content) -> Content:
    """What an entry tells once its writer chose better words: its cards and times stay, a photo does not come along."""
    words = {"text": better.text, "supposed": better.supposed, "place": better.place, "direction": better.direction}
    return replace(unseal(entry), photos=(), **words)  # type: ignore[arg-type]


def words_are_due(closed_at: datetime | None, now: datetime) -> bool:
    """Have the words of a report been kept long enough?"""
    return closed_at is not None and closed_at + WORDS_KEPT_FOR <= now
