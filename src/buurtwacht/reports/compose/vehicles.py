# SPDX-License-Identifier: EUPL-1.2
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from buurtwacht.reports.choices import VehicleKind
from buurtwacht.reports.content import VehicleCard

from .text import AsWritten, joined, one_line, sentence

# Dutch puts an -e on a colour before "bus" or "auto"; a few change their spelling as well.
_DUTCH = {
    "wit": "witte", "zwart": "zwarte", "grijs": "grijze", "rood": "rode", "blauw": "blauwe", "groen": "groene",
    "geel": "gele", "bruin": "bruine", "donkerblauw": "donkerblauwe", "donkergrijs": "donkergrijze",
    "lichtgrijs": "lichtgrijze", "lichtblauw": "lichtblauwe", "donkergroen": "donkergroene", "paars": "paarse",
    "donker": "donkere", "licht": "lichte", "zilver": "zilveren", "zilverkleurig": "zilverkleurige",
    "goud": "gouden",
}  # fmt: skip


def vehicle_words(card: VehicleCard, *, with_place: bool = True) -> str:
    """ "White van, Ford, ladder on the roof, plate begins with V-38."."""
    make = [AsWritten(name) for name in (card.make, card.model)]
    facts = sentence(_kind(card), *make, card.marks, _occupants(card.occupants), plate_words(card))
    place = sentence(_("Place: %(place)s") % {"place": card.place}) if card.place and with_place else ""
    return joined((facts, place, sentence(card.direction)))


def plate_words(card: VehicleCard) -> str:
    """A part of a plate says which part it is."""
    if not card.plate:
        return ""
    plate = card.plate.replace("…", "").strip("-")
    if not card.plate_is_partial:
        return _("plate %(plate)s") % {"plate": plate}
    if not card.plate.startswith("…"):
        return _("plate begins with %(plate)s") % {"plate": plate}
    if card.plate.endswith("…"):
        return _("plate has %(plate)s in it") % {"plate": plate}
    return _("plate ends with %(plate)s") % {"plate": plate}


def _kind(card: VehicleCard) -> str:
    colour = one_line(card.colour)
    kind = str(VehicleKind(card.kind).label) if card.kind and card.kind in VehicleKind.values else ""
    if not (colour and kind):
        return colour or kind
    if (get_language() or "").startswith("nl"):
        colour = _DUTCH.get(colour.lower(), colour)
    return _("%(colour)s %(kind)s") % {"colour": colour, "kind": kind.lower()}


def _occupants(count: str) -> str:
    if not count.isdecimal() or int(count) > 99:
        return ""
    return ngettext("%(count)s person in it", "%(count)s people in it", int(count)) % {"count": int(count)}
