# SPDX-License-Identifier: EUPL-1.2
"""Messages to one or two people, who have something to do now. And the test, which says so with its first word."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Gist
from buurtwacht.lib.clock import clock
from buurtwacht.reports.compose.message import call_line
from buurtwacht.reports.compose.text import sentence
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Report

from .words import Words


def note(kind: str, report: Report) -> Words:
    """The words for an intent of this kind about a report. Raises `KeyError` for a kind that has none."""
    return _NOTES[kind](report)


def test_words() -> Words:
    """A test that somebody asked for."""
    title = _("Test. Nothing is wrong")
    story = _("This is your own test. Tap Seen: then you know that your phone works.")
    return Words(title=title, story=story, gist=Gist(kind="test", when=clock(timezone.now())))


def _silence(report: Report) -> Words:
    policy = report.group.policy
    minutes = {"minutes": policy.silence_minutes, "grace": policy.silence_grace_minutes}
    return about(
        report,
        _("Is this over? %(group)s") % {"group": report.group.name},
        _("No news for %(minutes)s minutes. Close the report, or it closes by itself in %(grace)s minutes.") % minutes,
    )


def _doubt_due(report: Report) -> Words:
    number = {"number": report.group.policy.emergency_number}
    title = _("Nobody answered yet. Do you still see it? Call %(number)s") % number
    return Words(
        title=title,
        story=_("Do not wait any longer. Call %(number)s and say what you see.") % number,
        emergency_line=_("Call %(number)s now.") % number,
        gist=Gist(kind="note", what=title, group=report.group.name),
    )


def _buddy(report: Report) -> Words:
    story = _("A neighbour does not want to go alone. Open to read. One is enough.")
    return about(report, _("Who goes along?"), story)


def _buddy_joined(report: Report) -> Words:
    story = _("Go together or stay inside. Say within ten minutes that all is well.")
    return about(report, _("A neighbour goes along"), story)


def _buddy_unanswered(report: Report) -> Words:
    return about(report, _("Nobody goes along"), _("Stay inside. Do not go alone."))


def _buddy_check_in(report: Report) -> Words:
    return about(report, _("Is all well?"), _("Open and say so. Without a word your coordinator gets a warning."))


def _buddy_missed(report: Report) -> Words:
    number = {"number": report.group.policy.emergency_number}
    story = _("Two neighbours did not say that they are safe. Ring them now. No answer? Call %(number)s.") % number
    return about(report, _("Two neighbours did not check in"), story)


def about(report: Report, title: str, story: str) -> Words:
    """While a report is going on, the emergency line stands in front of everything."""
    gist = Gist(kind="note", what=title, group=report.group.name)
    if report.called_at is None or not report.is_live:
        return Words(title=title, story=story, gist=gist)
    call, hint = call_line(Content(called_at=report.called_at), report.group.policy, report.group.tz)
    line = f"{sentence(call)} {sentence(hint)}"
    return Words(title=f"{call}. {title}", story=story, emergency_line=line, gist=gist)


_NOTES: dict[str, Callable[[Report], Words]] = {
    "report.silence": _silence,
    "report.doubt_due": _doubt_due,
    "report.buddy": _buddy,
    "report.buddy_joined": _buddy_joined,
    "report.buddy_unanswered": _buddy_unanswered,
    "report.buddy_check_in": _buddy_check_in,
    "report.buddy_missed": _buddy_missed,
}
