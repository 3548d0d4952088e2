# SPDX-License-Identifier: EUPL-1.2
"""At home: locks, and habits."""

from django.utils.translation import gettext_lazy as _

from .model import Leaflet, Point

LOCKS = Leaflet(
    "sloten",
    _("Keep burglars out"),
    _("A burglar wants to get in quickly and unseen. Each minute that it takes longer helps you."),
    (
        Point(
            _("Lock the door"),
            _("Turn the key, also when you are away for a moment. Pulling the door shut is not enough."),
        ),
        Point(
            _("Choose strong locks"),
            _("Look for locks and hinges with a mark of quality. The police or the municipality tell you which."),
        ),
        Point(_("Keep keys inside"), _("Leave no key in the door, under the mat or in a flower pot.")),
        Point(
            _("Put ladders away"), _("A ladder or a bin is a step to the first floor. Put them inside, or lock them.")
        ),
        Point(_("Give light at the back"), _("A lamp at the back door shows who stands there.")),
        Point(
            _("Write down what is dear to you"), _("Take a photo of it and note its number. Keep that somewhere else.")
        ),
    ),
    "lock",
)
HABITS = Leaflet(
    "gewoontes",
    _("Make your chance of a burglary smaller"),
    _("You need no costly things for this. A few habits and good neighbours are enough."),
    (
        Point(
            _("Let it look as if you are at home"),
            _("Leave a lamp on with a timer. Leave the curtains as they always are."),
        ),
        Point(
            _("Tell your neighbours"),
            _("Are you going away? Ask a neighbour to take in the post."),
        ),
        Point(_("Keep it off social media"), _("Put holiday photos online when you are home again.")),
        Point(
            _("Look who rings the bell"),
            _("Somebody you do not know? Close the door while you check. Your bank never fetches your card."),
        ),
        Point(
            _("Keep the view open"),
            _("Cut hedges low and close the gate of the alley. Then neighbours can see your door."),
        ),
    ),
    "home",
)
