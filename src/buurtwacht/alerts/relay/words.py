# SPDX-License-Identifier: EUPL-1.2
"""What the coordinators of the asked group read."""

from django.utils.translation import gettext as _

from buurtwacht.alerts.messages import Words
from buurtwacht.alerts.messages.story import what_and_where
from buurtwacht.alerts.messages.words import dotted
from buurtwacht.alerts.models import Relay
from buurtwacht.channels.base import Gist
from buurtwacht.reports.compose.message import call_line
from buurtwacht.reports.compose.text import joined, sentence
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.neighbouring import content_for_neighbours

from .additions import words_of


def words_of_question(relay: Relay) -> Words:
    """ "Vogelbuurt asks: will you pass this on?", behind the line about the emergency number."""
    group = relay.to_group
    told = content_for_neighbours(relay.report)
    call, hint = call_line(Content(called_at=told.called_at), group.policy, group.tz)
    title = _("%(group)s asks: will you pass this on?") % {"group": relay.report.group.name}
    ask = _("Open to pass it on to %(group)s, or not.") % {"group": group.name}
    return Words(
        title=dotted(call, title),
        hint=hint,
        story=joined((what_and_where(told), ask)),
        emergency_line=joined((sentence(call), sentence(hint))),
        subject=title,
        gist=Gist(kind="note", what=title, group=group.name),
    )


def words_of_end(relay: Relay) -> Words:
    """It is over where it began, and nobody but they can end it here."""
    name = {"group": relay.report.group.name}
    title = _("The report in %(group)s has ended") % name
    ask = _("You passed it on. Is it over in your neighbourhood too? Then close your report.")
    return _note(relay, title, _why(relay.report), ask)


def words_of_correction(relay: Relay) -> Words:
    """What was told there is not right. What it says now, as far as it may go along; they correct their own report."""
    title = _("The report in %(group)s was corrected") % {"group": relay.report.group.name}
    now = what_and_where(content_for_neighbours(relay.report))
    ask = _("You passed it on. Look whether your report is still right, and correct it there if it is not.")
    return _note(relay, title, now, ask)


def words_of_addition(relay: Relay, entry: Entry) -> Words:
    """Where it is now, or in what: chosen by the coordinator of the group where it was said."""
    title = _("News about the report in %(group)s") % {"group": relay.report.group.name}
    ask = _("You passed it on. Add it to your report if it helps your neighbours.")
    return _note(relay, title, words_of(entry), ask)


def words_of_police(relay: Relay) -> Words:
    """The police may be there and not here: only who is near can say so."""
    title = _("The police are there, in %(group)s") % {"group": relay.report.group.name}
    ask = _("You passed the report on. Are they in your neighbourhood too? Then say so on your report.")
    return _note(relay, title, ask)


def words_of_hidden(relay: Relay) -> Words:
    """What they passed on may hold something that was hidden since. They decide about their own report."""
    title = _("A message in %(group)s was hidden") % {"group": relay.report.group.name}
    ask = _("You passed the report on. Look whether yours still says something that is not right.")
    return _note(relay, title, ask)


def words_of_standing_again(relay: Relay) -> Words:
    """It was hidden by mistake; what it says may be used again, and may be over by now."""
    report = relay.report
    title = _("The report in %(group)s stands again") % {"group": report.group.name}
    story = _("It was hidden by mistake. What it says can be used again.")
    ended = "" if report.is_live else _("It has ended there in the meantime.")
    ask = _("You decide about your own report.")
    return _note(relay, title, story, ended, ask)


def words_of_message_again(relay: Relay) -> Words:
    """What they may have taken out of their own report for it can stand there again."""
    title = _("A message in %(group)s stands again") % {"group": relay.report.group.name}
    ask = _("It was hidden by mistake. Did you change your own report because of it? Then look at it again.")
    return _note(relay, title, ask)


def _note(relay: Relay, title: str, *story: str) -> Words:
    return Words(title=title, story=joined(story), gist=Gist(kind="note", what=title, group=relay.to_group.name))


def _why(report: Report) -> str:
    """What the other group must know, because their own report still says otherwise."""
    if report.status == Report.Status.HIDDEN:
        return _("The coordinator hid this report. Do not use what it said.")
    return sentence(_("False alarm")) if report.close_reason == Report.CloseReason.FALSE_ALARM else ""
