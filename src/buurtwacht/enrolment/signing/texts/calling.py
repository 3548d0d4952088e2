# SPDX-License-Identifier: EUPL-1.2
"""House rules about calling, telling and describing. English words; translated when they are shown."""

from django.utils.translation import gettext_noop as _

from .model import Point

POINTS = (
    Point(
        "police_on_call",
        _("The police come after a call to %(number)s."),
        _("A message to neighbours is no report to the police."),
        _("The police do not read along in the group."),
    ),
    Point(
        "initiative",
        _("This is something of neighbours."),
        _("The police come only after a call to %(number)s."),
        _("The police do not read along in the group."),
    ),
    Point(
        "not_instead",
        _("The group does not replace %(number)s."),
        _("Whoever needs the police calls."),
        _("Neighbours cannot send a patrol car."),
    ),
    Point(
        "call_first",
        _("I call %(number)s first."),
        _("Only then do I tell my neighbours."),
        _("So the police can be on their way at once."),
    ),
    Point(
        "call_and_say",
        _("I call %(number)s at once."),
        _("I also say that I am going to warn my neighbours through the group."),
        _("So the police can be on their way at once."),
    ),
    Point(
        "then_tell",
        _("After the call I tell my neighbours."),
        _("I write what I see and where."),
        _("More eyes see more."),
    ),
    Point(
        "called_back",
        _("The police may call me back."),
        _("I then tell what I know by that time, also from neighbours."),
        _("A description or a direction may have come in meanwhile."),
    ),
    Point(
        "one_caller",
        _("One of us calls."),
        _("Whoever starts calls %(number)s and says so. Others do not call again."),
        _("It keeps the line free."),
    ),
    Point(
        "tell_called",
        _("I say that %(number)s has been called."),
        _("Whoever has nothing new does not call again."),
        _("It keeps the line free."),
    ),
    Point(
        "short",
        _("I keep it short."),
        _("I write one message, nothing that is untrue, and I say that %(number)s has been called."),
        _("Neighbours read it in a hurry."),
    ),
    Point(
        "relevant",
        _("I tell only what matters."),
        _("What I see, how somebody looks, which vehicle, and why I noticed it."),
        _("It is about what is going on now."),
    ),
    Point(
        "current_only",
        _("I report only what is going on now."),
        _("A burglary that is over does not belong in the group."),
        _("An alert is about what neighbours can do at that moment."),
    ),
    Point(
        "saar_react",
        _("I work in four steps."),
        _("Notice, alarm, app, react."),
        _("In this order the police come first."),
    ),
    Point(
        "saar_register",
        _("I work in four steps."),
        _("Notice, alarm, app, register."),
        _("In this order the police come first."),
    ),
    Point(
        "saar_both",
        _("I work in four steps."),
        _("Notice, alarm, app, react. When it is over, it is registered."),
        _("In this order the police come first."),
    ),
    Point(
        "describe",
        _("I tell what I see."),
        _("First what somebody does. Then height, build, face, clothing and vehicle."),
        _("How somebody looks is never a reason to report."),
    ),
    Point(
        "describe_skin",
        _("I tell what I see."),
        _(
            "First what somebody does. Then sex, height, build, face, clothing and vehicle. "
            "Skin colour only beside two other traits."
        ),
        _("How somebody looks is never a reason to report."),
    ),
    Point(
        "doubt_off",
        _("When in doubt, I call."),
        _("Without a call I tell nobody."),
        _("The people who answer %(number)s would rather hear it once too often."),
    ),
    Point(
        "doubt_coordinator",
        _("When in doubt, I ask the coordinator first."),
        _("The neighbours hear of it when it has been passed on, or when I have called."),
        _("So nobody is startled for nothing."),
    ),
    Point(
        "doubt_group",
        _("When in doubt, I may ask the group."),
        _("If somebody calls %(number)s after all, we say so."),
        _("Together one often knows what it is."),
    ),
    Point(
        "by_member",
        _("I warn my neighbours myself."),
        _("After the call my message goes to the group at once."),
        _("That is fastest."),
    ),
    Point(
        "by_coordinator",
        _("The coordinator warns the group."),
        _("I call %(number)s and then tell the coordinator."),
        _("The police decide together with the coordinator who hears it."),
    ),
)
