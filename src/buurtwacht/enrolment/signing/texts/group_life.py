# SPDX-License-Identifier: EUPL-1.2
"""House rules about who takes part and who runs the group. English words; translated when they are shown."""

from django.utils.translation import gettext_noop as _

from .model import Point

_ADULT = _("Watching out can be tense, and asks for a grown-up.")
_STREET = _("You know your own street best.")
_STAYS = _("It stays a group of neighbours.")
_FIGURES = _("It sees figures, and no reports.")
_WHO = _("You know how neighbours come into the group.")
_KNOWN = _("You know beforehand who reads along.")
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
        "municipality_manages",
        _("The municipality looks after the technical side."),
        _("It stays a group of neighbours."),
        _("So the coordinators have their hands free."),
    ),
    Point("municipality_supports", _("The municipality supports the group."), _STAYS, _FIGURES),
    Point("municipality_advises", _("The municipality gives advice."), _STAYS, _FIGURES),
    Point("municipality_signs", _("The municipality signs the charter."), _STAYS, _FIGURES),
    Point("vetting_none", _("Nobody checks who joins."), _("Neighbours bring each other in."), _WHO),
    Point(
        "vetting_address",
        _("We look whether somebody lives or works here."),
        _("That happens before somebody joins."),
        _WHO,
    ),
    Point("vetting_police", _("The police check who joins."), _("They say yes or no, and never why."), _WHO),
    Point("vetting_coordinator", _("The police check who coordinates."), _("They do not check other members."), _WHO),
    Point(
        "steering_group",
        _("Coordinators of several groups meet."),
        _("They talk with the police and the municipality about the neighbourhood, and not about one member."),
        _KNOWN,
    ),
    Point(
        "no_steering_group",
        _("The group stands on its own."),
        _("Its coordinators do not meet with those of other groups."),
        _KNOWN,
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
    Point(
        "dossier_always",
        _("What was written goes to the police."),
        _("After every report a coordinator passes it on, for their file."),
        _("It may help later."),
    ),
    Point(
        "dossier_confirmed",
        _("A report can go to the police."),
        _("When it is over, a coordinator takes out what is not needed and passes the rest on."),
        _("It may help later."),
    ),
    Point(
        "dossier_on_request",
        _("A report can go to the police."),
        _("Only if there is reason to, and after a coordinator has taken out what is not needed."),
        _("It may help later."),
    ),
    Point(
        "outcome_told",
        _("I hear what came of it."),
        _("A coordinator tells it, sometimes only after a while."),
        _("Whoever watched out may know what it was good for."),
    ),
    Point(
        "outcome_not_told",
        _("I do not always hear what came of it."),
        _("The police do not have to tell."),
        _("Sometimes an investigation does not allow it."),
    ),
    Point(
        "police_open_dossier",
        _("The police read no report that is going on."),
        _("An officer opens a report only after a coordinator has handed it over."),
        _KNOWN,
    ),
    Point(
        "police_open_nothing",
        _("The police read no report that is going on."),
        _("And no officer opens one later by signing in."),
        _KNOWN,
    ),
)
