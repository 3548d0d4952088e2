# SPDX-License-Identifier: EUPL-1.2
"""House rules about who takes part, who runs the group and how it ends. English words; translated when shown."""

from django.utils.translation import gettext_noop as _

from .model import Point

_ADULT = _("Watching out can be tense, and asks for a grown-up.")
_STREET = _("You know your own street best.")
_SAFE = _("The group has to be safe for everybody.")

POINTS = (
    Point("age", _("I am %(age)s or older."), _("Whoever is younger cannot take part yet."), _ADULT),
    Point("age_or_parent", _("I am %(age)s or older."), _("If I am younger, a parent signs as well."), _ADULT),
    Point(
        "reachable",
        _("I can be reached."),
        _("I have a smartphone, or I agree with the coordinator how an alert reaches me."),
        _("An alert helps only when it arrives."),
    ),
    Point("lives", _("I live in the neighbourhood."), _("If I move away, I say so."), _STREET),
    Point(
        "lives_or_business",
        _("I live in the neighbourhood, or have a business there."),
        _("If I move away, I say so."),
        _STREET,
    ),
    Point("lives_or_works", _("I live or work in the neighbourhood."), _("If I move away, I say so."), _STREET),
    Point(
        "removal_administrators",
        _("The coordinators may remove a member."),
        _("They do so when somebody does not keep to these rules."),
        _SAFE,
    ),
    Point(
        "removal_together",
        _("The coordinators may remove a member."),
        _("They decide so together, when somebody does not keep to these rules."),
        _SAFE,
    ),
    Point(
        "removal_administrator",
        _("The coordinator may remove a member."),
        _("That happens when somebody does not keep to these rules."),
        _SAFE,
    ),
    Point(
        "removal_municipality",
        _("The municipality may remove a member."),
        _("That happens when somebody does not keep to these rules."),
        _SAFE,
    ),
    Point(
        "removal_two_people",
        _("Two people decide about removing a member."),
        _("They give a reason, and you can object."),
        _SAFE,
    ),
    Point(
        "removal_ladder",
        _("Removing a member goes step by step."),
        _("First a written reprimand, then a suspension. Against a removal you can object within three weeks."),
        _SAFE,
    ),
    Point(
        "ownership",
        _("The group stays."),
        _("It belongs to those who run it, and not to one member."),
        _("So it goes on when somebody leaves."),
    ),
    Point(
        "changes",
        _("The rules can change."),
        _("The coordinators may do that. I then get a message, and I am asked again."),
        _("You agree only to what you have read."),
    ),
    Point(
        "not_liable",
        _("I answer for what I do."),
        _("The coordinators, the police and the municipality are not responsible for it."),
        _("Everybody takes part for themselves."),
    ),
    Point(
        "stop_any_time",
        _("I can stop at any time."),
        _("My data are then erased."),
        _("Only the proof of what you agreed to stays for one more year."),
    ),
    Point(
        "questions",
        _("With questions I go to the coordinator."),
        _("I do not ask them in the group."),
        _("So the group stays quiet."),
    ),
    Point(
        "managed",
        _("The coordinators run the group."),
        _("What these rules do not say they decide, if need be with the police and the municipality."),
        _("Not everything can be thought of beforehand."),
    ),
    Point(
        "keep_to_rules",
        _("I keep strictly to these rules."),
        _("Also when I am startled."),
        _("So the group stays worth while for everybody."),
    ),
    Point(
        "ending",
        _("A coordinator says when it is over."),
        _("After that nobody adds anything."),
        _("So everybody knows where they stand."),
    ),
)
