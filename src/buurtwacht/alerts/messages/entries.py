# SPDX-License-Identifier: EUPL-1.2
"""The words for each kind of entry on a report, in the language that is active now."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from buurtwacht.channels.base import Gist
from buurtwacht.lib.clock import clock
from buurtwacht.policy.model import Policy
from buurtwacht.reports.compose.message import call_line
from buurtwacht.reports.compose.text import joined, lowered, sentence, split_first
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.safety import safety_note

from . import endings
from .story import stay_safe, what, what_and_where
from .words import Words, dotted

Kind = Entry.Kind


def words_for(entry: Entry, first: Content, *, is_reporter: bool = False) -> Words:
    """What this entry tells. `first` is what the report began with; its time of calling is on every message."""
    return _SAYS.get(entry.kind, _update)(entry, first, is_reporter)


def _alarm(entry: Entry, first: Content, is_reporter: bool) -> Words:
    """The first alert, and the call that turns a question into one."""
    report, policy = entry.report, entry.report.group.policy
    call, hint = _call(report, first)
    story = joined((what_and_where(first), stay_safe(policy) if report.called_at else ""))
    return Words(
        title=dotted(call, report.group.name),
        hint=hint,
        story=story,
        emergency_line=_emergency_line(report, first),
        subject=_("%(call)s: %(what)s") % {"call": call, "what": _short_what(first)},
        letter=_letter(joined((what_and_where(first), safety_note(policy)))),
        gist=Gist(
            kind="alarm",
            call=call,
            what=what(first),
            where=first.place,
            when=clock(first.seen_at or entry.at, report.group.tz),
            group=report.group.name,
        ),
    )


def _called(entry: Entry, first: Content, is_reporter: bool) -> Words:
    """The call that turns a question into an alert is told like one; a later call is news."""
    is_first = read(entry).called_at == entry.report.called_at
    return (_alarm if is_first else _update)(entry, first, is_reporter)


def _update(entry: Entry, first: Content, is_reporter: bool) -> Words:
    report = entry.report
    call, hint = _call(report, first)
    added = _("Addition %(time)s") % {"time": clock(entry.at, report.group.tz)}
    story = _NEWS.get(entry.kind, _open_to_read)(read(entry), report.group.policy)
    return Words(
        title=dotted(call, added),
        hint=hint,
        story=story,
        emergency_line=_emergency_line(report, first),
        subject=_("%(call)s: %(what)s") % {"call": call, "what": lowered(added)},
        letter=_letter(story),
        gist=Gist(
            kind="update",
            call=call,
            what=split_first(story)[0],
            when=clock(entry.at, report.group.tz),
            group=report.group.name,
        ),
    )


def _advice(entry: Entry, first: Content, is_reporter: bool) -> Words:
    """The answer to a question in doubt: call, or the whole group is asked."""
    policy = entry.report.group.policy
    if read(entry).reason == "share":
        return _alarm(entry, first, is_reporter)
    number = {"number": policy.emergency_number}
    title = _("The coordinator says: call %(number)s") % number
    return Words(
        title=title,
        story=_("Call %(number)s now and say what you see. Then tell it here.") % number,
        emergency_line=_("Call %(number)s now.") % number,
        gist=Gist(kind="note", what=title, group=entry.report.group.name),
    )


def _call(report: Report, first: Content) -> tuple[str, str]:
    """The line that everything begins with while the report is going on: as it stands now, not as it began."""
    now = Content(called_at=report.called_at, until=None if report.called_at else first.until or report.doubt_until)
    return call_line(now, report.group.policy, report.group.tz)


def _emergency_line(report: Report, first: Content) -> str:
    call, hint = _call(report, first)
    if report.called_at is None:
        return joined((sentence(call), sentence(hint)))
    told = {"number": report.group.policy.emergency_number, "time": clock(report.called_at, report.group.tz)}
    return joined((_("%(number)s was called at %(time)s.") % told, sentence(hint)))


def _short_what(first: Content) -> str:
    return ", ".join(part for part in (lowered(what(first)), first.place) if part)


def _letter(story: str) -> str:
    more = _("The description and the latest news are on the page of the report.")
    return f"{story}\n\n{more}"


def _sighting(content: Content, policy: Policy) -> str:
    place = lowered(content.direction) if content.direction else content.place  # a street keeps its capital
    if not place:
        return _open_to_read(content, policy)
    return sentence(_("New place: %(place)s") % {"place": place})


def _open_to_read(content: Content, policy: Policy) -> str:
    return _("There is news. Open to read.")


_NEWS: dict[str, Callable[[Content, Policy], str]] = {
    Kind.SIGHTING: _sighting,
    Kind.VEHICLE: lambda content, policy: _("A vehicle was added. Open to read."),
    Kind.PERSON: lambda content, policy: _("A description was added. Open to read."),
    Kind.CORRECTION: lambda content, policy: _("The report was corrected. Open to read."),
    Kind.CALL: lambda content, policy: (
        _("Somebody told %(number)s something new.") % {"number": policy.emergency_number}
    ),
    Kind.POLICE_ON_SITE: lambda content, policy: _("The police are there. Add only what you see now."),
}
_SAYS: dict[str, Callable[[Entry, Content, bool], Words]] = {
    Kind.SHARED: _alarm,
    Kind.RAISED: _alarm,
    Kind.CALL: _called,
    Kind.ADVICE: _advice,
    Kind.CLOSING: endings.closing,
    Kind.FALSE_ALARM: endings.false_alarm,
    Kind.WITHDRAWN: endings.withdrawn,
    Kind.HIDDEN: endings.hidden,
    Kind.SHOWN_AGAIN: endings.shown_again,
    Kind.OUTCOME: endings.outcome,
}
