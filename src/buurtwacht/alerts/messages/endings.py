# SPDX-License-Identifier: EUPL-1.2
"""The words for how a report ends, and for what came of it. The emergency line has no place there any more."""

from django.utils.translation import gettext as _

from buurtwacht.channels.base import Gist
from buurtwacht.lib.clock import clock, day
from buurtwacht.policy.model import OutcomeRule, Policy
from buurtwacht.reports.compose.text import joined, sentence
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.hiding import hide_reason_words
from buurtwacht.reports.models import Entry, Report

from .words import Words, dotted


def closing(entry: Entry, first: Content, is_reporter: bool) -> Words:
    report, content = entry.report, read(entry)
    title = _("Closed %(time)s") % {"time": clock(entry.at, report.group.tz)}
    reason = str(Report.CloseReason(content.reason).label) if content.reason in Report.CloseReason.values else ""
    return _ending(entry, title, joined((sentence(reason), sentence(content.advice), _promise(report.group.policy))))


def false_alarm(entry: Entry, first: Content, is_reporter: bool) -> Words:
    story = _("Nothing was wrong. The description has been erased. Thank you for calling quickly.")
    return _ending(entry, _("False alarm"), story)


def withdrawn(entry: Entry, first: Content, is_reporter: bool) -> Words:
    return _ending(entry, _("Report withdrawn"), _("It was a mistake. The description has been erased."))


def hidden(entry: Entry, first: Content, is_reporter: bool) -> Words:
    story = _("The coordinator hid this report. Do not use what it said.")
    if is_reporter:
        why = hide_reason_words(read(entry).reason)
        story = joined((_("The coordinator hid your report."), sentence(why)))
    return _ending(entry, _("Report hidden"), story)


def shown_again(entry: Entry, first: Content, is_reporter: bool) -> Words:
    """Whoever heard that it was taken back hears that it stands; not what it says, since much may have changed."""
    story = _("The coordinator hid this report by mistake. It stands as it stood. Open to read.")
    if is_reporter:
        story = _("The coordinator hid your report by mistake. It stands as it stood.")
    return _ending(entry, _("Report shown again"), story)


def outcome(entry: Entry, first: Content, is_reporter: bool) -> Words:
    report = entry.report
    about = _("Report of %(day)s") % {"day": day(report.shared_at, report.group.tz)}
    title = _("What came of it?")
    title = f"{title} {about}"
    gist = Gist(kind="outcome", what=about, group=report.group.name)
    return Words(title=title, story=sentence(read(entry).text), subject=title, gist=gist)


def _ending(entry: Entry, ending: str, story: str) -> Words:
    group = entry.report.group
    title = dotted(ending, group.name)
    gist = Gist(kind="ended", what=ending, when=clock(entry.at, group.tz), group=group.name)
    return Words(title=title, story=story, subject=title, gist=gist)


def _promise(policy: Policy) -> str:
    """When neighbours hear what came of it (R154)."""
    if policy.outcome is OutcomeRule.DUE_IN_DAYS:
        return _("The outcome follows within %(days)s days.") % {"days": policy.outcome_days}
    if policy.outcome in (OutcomeRule.YES, OutcomeRule.ALWAYS):
        return _("You will hear what came of it.")
    return ""
