# SPDX-License-Identifier: EUPL-1.2
"""In the street: what is suspicious, and how to tell what you saw (sections G and 7 of the requirements)."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.description_card import card_parts
from buurtwacht.policy.model import Policy

from .model import Leaflet, Point

BEHAVIOUR = Leaflet(
    "verdacht-gedrag",
    _("What is suspicious behaviour?"),
    _("It is about what somebody does. Not about how somebody looks."),
    (
        Point(
            _("This does not fit"),
            _("Somebody feels at doors or gates, looks into many houses or cars, or hides when a car comes."),
        ),
        Point(
            _("This does not fit either"),
            _("Somebody photographs the backs of houses, counts houses, or tells a story that is not right."),
        ),
        Point(
            _("Mostly there is a good reason"),
            _("A courier looks for a number. A new neighbour takes a walk. Clothes, skin or accent tell you nothing."),
        ),
        Point(
            _("You know the face?"),
            _("A burglar can also live in your own neighbourhood. What counts is what somebody does."),
        ),
        Point(_("Do you not trust it?"), _("Is it happening now? Call %(number)s. You call in vain? Nobody minds.")),
        Point(
            _("Stay safe yourself"),
            _("Keep your distance. Follow nobody and hold nobody. That is the work of the police."),
        ),
    ),
    "eye",
)
DESCRIBING = Leaflet(
    "signalement",
    _("How do you describe what you see?"),
    _("The police find somebody sooner by a good description. Keep this card near the phone."),
    (
        Point(
            _("First: what, where, when"),
            _("What is happening, and in which street? Do you still see it? Tell this first to %(number)s."),
        ),
        Point(_("Only what you saw"), _("Name nobody, accuse nobody and do not guess where somebody comes from.")),
    ),
    "id",
)


def describing(policy: Policy) -> Leaflet:
    """The card, with the very fields that the form of a report has under this policy (R127)."""
    first, *others = DESCRIBING.points
    fields = [Point(part.title, part.fields) for part in card_parts(policy)]
    return replace(DESCRIBING, points=(first, *fields, *others))
