# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator promises about data, and what a parent agrees to. English words."""

from django.utils.translation import gettext_noop as _

from .model import Point

CONFIDENTIALITY = (
    Point(
        "v_task",
        _("I look only when my task asks for it."),
        _("Not out of curiosity, and not for somebody else."),
        _("Each time that I look is noted down."),
    ),
    Point(
        "v_silent",
        _("I keep it to myself."),
        _("Names, addresses, phone numbers and what members tell me I pass on to nobody."),
        _("Neighbours trust me with them."),
    ),
    Point(
        "v_copies",
        _("I keep no lists of my own."),
        _("No copy, no photo of the screen, no group of my own in another app."),
        _("What is not there cannot leak."),
    ),
    Point(
        "v_police",
        _("To the police only by the agreed way."),
        _("A report goes to them as a dossier. I give no names of members unless the law asks it."),
        _("You know beforehand who reads along."),
    ),
    Point(
        "v_safe",
        _("I keep my access safe."),
        _("I lend it to nobody, and lock my phone and computer."),
        _("Otherwise somebody else looks in my name."),
    ),
    Point(
        "v_leak",
        _("I say it at once when something goes wrong."),
        _("A lost phone or a wrong mail I tell %(organisation)s on the same day."),
        _("Then harm can still be prevented."),
    ),
    Point(
        "v_fair",
        _("I treat everybody alike."),
        _("I do not use what I know against anybody, and not for business or politics either."),
        _("The group is there for everybody who lives or works here."),
    ),
    Point(
        "v_after",
        _("It also holds when I stop."),
        _("My access then ends on the same day. I remain silent about what I have seen."),
        _("Neighbours trust me with them."),
    ),
)

GUARDIAN = (
    Point("g_read", _("I have read the rules."), _("I know what my child agrees to.")),
    Point(
        "g_yes",
        _("My child may take part."),
        _("In the neighbourhood group %(group)s."),
        _("Below %(age)s this is for a parent to decide."),
    ),
    Point(
        "g_safe",
        _("My child goes up to nobody."),
        _("Calling %(number)s and telling is enough."),
        _("No thing is worth getting hurt for."),
    ),
    Point(
        "g_stop",
        _("I can take this back at any time."),
        _("One message to the coordinator is enough."),
        _("The data of my child are then erased."),
    ),
)
