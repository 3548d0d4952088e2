# SPDX-License-Identifier: EUPL-1.2
"""The charter that residents, police and municipality sign together. English words."""

from django.utils.translation import gettext_noop as _

from .model import Point

CHARTER = (
    Point(
        "c_together",
        _("We work together."),
        _("Residents, police and municipality inform each other, as agreed beforehand."),
        _("Participation, communication and prevention: those are the three pillars."),
    ),
    Point(
        "c_law",
        _("We keep to the law."),
        _(
            "The Act on private militias of 29 July 1934, the Act against discrimination of 10 May 2007, "
            "the laws on language and the privacy law (GDPR)."
        ),
        _("That is what the circular on neighbourhood networks of 2019 asks."),
    ),
    Point(
        "c_no_patrol",
        _("We do not patrol."),
        _("We take over no task of the police, and we have no special powers."),
        _("The law leaves that to the police."),
    ),
    Point(
        "c_no_politics",
        _("We do no party politics."),
        _("Every adult who lives or works here may take part."),
        _("The group is there for everybody who lives or works here."),
    ),
    Point(
        "c_two_ways",
        _("News goes two ways."),
        _("Whoever sees something calls %(number)s. The police decide whether the group is told."),
        _("Afterwards we hear what came of it, mostly on the next working day."),
    ),
    Point(
        "c_no_photos",
        _("We share no photos and no number plates."),
        _("Not of people either. What the police need, they hear when we call."),
        _("Whoever is in a photo has rights too."),
    ),
    Point(
        "c_coordinator",
        _("A coordinator runs the group."),
        _("The police check who coordinates. The coordinator keeps the list of members, and nobody else gets it."),
        _("You know who is responsible."),
    ),
    Point(
        "c_ladder",
        _("Whoever breaks the agreements hears so step by step."),
        _("First a written reprimand, then a suspension. Against a removal you can object within three weeks."),
        _("The group has to be safe for everybody."),
    ),
)
