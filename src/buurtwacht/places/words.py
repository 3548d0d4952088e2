# SPDX-License-Identifier: EUPL-1.2
"""How far something is, in words that one can picture."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .geo import AnyPoint, distance_metres

NEXT_DOOR = 60  # metres: nearer than this, a figure says less than words
KILOMETRE = 1000


def distance_from_home(home: AnyPoint | None, spot: AnyPoint | None) -> str:
    """ "300 metres from your house"; nothing when one of the two is not known."""
    if not home or not spot:
        return ""
    metres = distance_metres(home, spot)
    if metres < NEXT_DOOR:
        return _("Close to your house")
    rounded = rounded_metres(metres)
    if rounded < KILOMETRE:
        return _("%(metres)s metres from your house") % {"metres": rounded}
    kilometres = number_format(round(metres / KILOMETRE, 1), decimal_pos=1)
    return _("%(kilometres)s kilometres from your house") % {"kilometres": kilometres}


def rounded_metres(metres: float) -> int:
    """To tens below 100 metres, to fifties above it: a pin is never more exact than that."""
    step = 10 if metres < 100 else 50
    return round(metres / step) * step
