# SPDX-License-Identifier: EUPL-1.2
"""What somebody does, as a headline: the sign of suspicious behaviour with its subject."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.reports.choices import Sex
from buurtwacht.reports.content import PersonCard
from buurtwacht.reports.models import Behaviour


def subject(persons: Sequence[PersonCard]) -> tuple[str, int]:
    """Who it is about, and whether that is one person or more: "Man", "Two people"."""
    if len(persons) > 1:
        return (_("Two people") if len(persons) == 2 else _("Several people")), 2
    words = {Sex.MAN.value: _("Man"), Sex.WOMAN.value: _("Woman")}
    return words.get(persons[0].sex if persons else "", _("Somebody")), 1


def does(behaviour: str, who: str, count: int) -> str:
    """ "Man tries doors or gates". Empty for what has no words of its own."""
    phrase = _PHRASES.get(behaviour)
    return phrase(count) % {"who": who} if phrase else ""


_PHRASES: dict[str, Callable[[int], str]] = {
    Behaviour.WANDERS: lambda n: ngettext("%(who)s walks back and forth", "%(who)s walk back and forth", n),
    Behaviour.LOOKS_AROUND: lambda n: ngettext("%(who)s keeps looking around", "%(who)s keep looking around", n),
    Behaviour.LOOKS_INSIDE: lambda n: ngettext("%(who)s looks into houses", "%(who)s look into houses", n),
    Behaviour.TAKES_PHOTOS: lambda n: ngettext("%(who)s takes photos", "%(who)s take photos", n),
    Behaviour.TRIES_DOORS: lambda n: ngettext("%(who)s tries doors or gates", "%(who)s try doors or gates", n),
    Behaviour.AVOIDS_LIGHT: lambda n: ngettext("%(who)s avoids the light", "%(who)s avoid the light", n),
    Behaviour.FOCUSED: lambda n: ngettext("%(who)s stares at one house", "%(who)s stare at one house", n),
    Behaviour.COVERS_FACE: lambda n: ngettext("%(who)s covers the face", "%(who)s cover their faces", n),
    Behaviour.HIDES: lambda n: ngettext("%(who)s hides", "%(who)s hide", n),
    Behaviour.COUNTS_HOMES: lambda n: ngettext("%(who)s counts homes", "%(who)s count homes", n),
    Behaviour.STRANGE_STORY: lambda n: ngettext(
        "%(who)s is at the door with a strange story", "%(who)s are at the door with a strange story", n
    ),
    Behaviour.ILLOGICAL_ROUTE: lambda n: ngettext("%(who)s walks an odd route", "%(who)s walk an odd route", n),
    Behaviour.CARRIES_TOOLS: lambda n: ngettext("%(who)s carries tools or loot", "%(who)s carry tools or loot", n),
    Behaviour.VIOLENCE: lambda n: _("Quarrel or violence"),
    Behaviour.VANDALISM: lambda n: ngettext("%(who)s breaks things", "%(who)s break things", n),
    Behaviour.MISSING: lambda n: _("Somebody is missing"),
}
