# SPDX-License-Identifier: EUPL-1.2
"""What each step of the ladder means for the member, in words that a letter and a page share."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from buurtwacht.moderation.ladder import Kind

MEANS: dict[Kind, Promise] = {
    Kind.TALK: _("Somebody talks about it with this neighbour. Nothing else changes."),
    Kind.WARNING: _("A warning. Nothing else changes; if it happens again, a heavier step may follow."),
    Kind.REPRIMAND: _("A written reprimand by the chief of police. Nothing else changes for now."),
    Kind.SUSPENSION: _("For a while this neighbour reads and is warned, and writes nothing."),
    Kind.PROSECUTOR: _("The chief of police reports it to the prosecutor. Meanwhile this neighbour is suspended."),
    Kind.RELIEF: _("This neighbour no longer coordinates or moderates, and stays a member."),
    Kind.REMOVAL: _("This neighbour takes no further part. All alerts stop at once."),
    Kind.ENDING: _("This neighbour takes no further part. All alerts stop at once. They can apply again."),
}

# The same, to the member.
MEANS_FOR_YOU: dict[Kind, Promise] = {
    Kind.TALK: _("Somebody talked about it with you. Nothing else changes."),
    Kind.WARNING: _("This is a warning. Nothing else changes. If it happens again, a heavier step may follow."),
    Kind.REPRIMAND: _("The chief of police reprimands you in writing. Nothing else changes for now."),
    Kind.SUSPENSION: _("Until then you still read everything and you are warned, but you write nothing."),
    Kind.PROSECUTOR: _("The chief of police reported it to the prosecutor. Meanwhile you read, and write nothing."),
    Kind.RELIEF: _("You no longer coordinate or moderate. You stay a member."),
    Kind.REMOVAL: _("You take no further part in the group, and you get no alerts from it any more."),
    Kind.ENDING: _("You take no further part in the group, and you get no alerts from it. You can apply again."),
}
