# SPDX-License-Identifier: EUPL-1.2
"""Who else warns people: in the Netherlands Burgernet, in Belgium BE-Alert and the information networks."""

from django.utils.translation import gettext_lazy as _

from .model import Leaflet, Point

BURGERNET = Leaflet(
    "burgernet",
    _("Burgernet: the police ask you to look along"),
    _("Burgernet is a network of residents, municipalities and the police. It goes well together with your group."),
    (
        Point(
            _("What is it?"),
            _("You get a message when the police look for somebody near you, for example a child that is missing."),
        ),
        Point(
            _("What is the difference?"),
            _("In Burgernet the police ask you something. In your group neighbours warn each other."),
        ),
        Point(_("How do you take part?"), _("By the app Burgernet or at www.burgernet.nl. It costs nothing.")),
        Point(
            _("What do you do with a message?"),
            _("Look around you. Do you see something? Call the number in the message. In danger: %(number)s."),
        ),
        Point(_("What do you not do?"), _("Do not go out to search. Send the message to nobody else.")),
    ),
    "radio",
)
BE_ALERT = Leaflet(
    "be-alert",
    _("BE-Alert and the information network"),
    _("In Belgium the authorities warn you by BE-Alert. Many neighbourhoods have a network together with the police."),
    (
        Point(
            _("What is BE-Alert?"),
            _("In an emergency, such as a large fire or a flood, the authorities send you a message."),
        ),
        Point(_("How do you take part?"), _("Register at www.be-alert.be. It costs nothing.")),
        Point(
            _("What is a BIN?"),
            _("A neighbourhood network: residents, police and municipality agree how they inform each other."),
        ),
        Point(
            _("What is the difference?"),
            _("BE-Alert and the police tell you something. In your group neighbours warn each other."),
        ),
        Point(_("Calling"), _("Police: %(number)s. Fire or ambulance: 112. The app 112 BE also tells where you are.")),
    ),
    "radio",
)
