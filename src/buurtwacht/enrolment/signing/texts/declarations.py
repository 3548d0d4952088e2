# SPDX-License-Identifier: EUPL-1.2
"""The declarations that somebody makes who joins. English words."""

from django.utils.translation import gettext_noop as _

from .model import Point

_FIRST = _("So the police can be on their way at once.")

# The declaration on the screen: five short points.
DECLARATION = (
    Point("d_call", _("I call first."), _("In danger I call %(number)s. Then I warn my neighbours."), _FIRST),
    Point(
        "d_tell",
        _("I tell what I see."),
        _("Behaviour and place. I accuse nobody."),
        _("Somebody may be innocent."),
    ),
    Point(
        "d_police",
        _("I do not play the police."),
        _("I follow nobody and I stop nobody."),
        _("No thing is worth getting hurt for."),
    ),
    Point(
        "d_here",
        _("I keep it here."),
        _("I put nothing on social media."),
        _("It is about people, and it may turn out differently."),
    ),
    Point(
        "d_stop",
        _("I can stop at any time."),
        _("My data are then erased."),
        _("Only the proof of what you agreed to stays for one more year."),
    ),
)

# Where the coordinator warns the group, the first point says so.
DECLARATION_WITH_COORDINATOR = (
    Point("d_call_then", _("I call first."), _("In danger I call %(number)s. Then I tell the coordinator."), _FIRST),
    *DECLARATION[1:],
)

# The declaration of intent of a police zone that checks everybody.
DECLARATION_OF_INTENT = (
    Point("i_join", _("I take part."), _("I join the neighbourhood group %(group)s.")),
    Point(
        "i_police",
        _("The police check me."),
        _("My details go to %(police)s. They use them to check me, and may refuse that I join."),
        _("They tell the group yes or no, and never why."),
    ),
    Point(
        "i_coordinator",
        _("The coordinator gets my name, phone number and address."),
        _("Only after the police have agreed, to let me into the group."),
    ),
    Point(
        "i_agree",
        _("I agree with the rules."),
        _("They hold for the members and for the coordinators of this group."),
    ),
    Point("i_read", _("I have read the rules."), _("With a question I go to the coordinator.")),
)
