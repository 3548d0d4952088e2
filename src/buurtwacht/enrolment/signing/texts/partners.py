# SPDX-License-Identifier: EUPL-1.2
"""House rules about the police, the municipality and other groups. English words; translated when shown."""

from django.utils.translation import gettext_noop as _

from .model import Point

_STAYS = _("It stays a group of neighbours.")
_FIGURES = _("It sees figures, and no reports.")
_WHO = _("You know how neighbours come into the group.")
_KNOWN = _("You know beforehand who reads along.")

POINTS = (
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
