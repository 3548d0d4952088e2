# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass
from datetime import tzinfo

from django.utils.translation import gettext as _

from buurtwacht.lib.clock import clock
from buurtwacht.policy.model import Policy
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Report

from .people import person_words
from .supposed import supposed_words
from .text import one_line, sentence
from .title import other_signs, title_of, words_left
from .vehicles import vehicle_words


@dataclass(frozen=True, slots=True)
class Message:
    """A report as neighbours read it, in the order in which people ask: what, where, who, since when."""

    call: str  # "112 called 21:14", or that nobody called yet
    call_hint: str
    title: str
    place: str
    words: tuple[str, ...]
    persons: tuple[str, ...]
    vehicles: tuple[str, ...]
    seen: str
    signature: str
    supposed: str = ""  # marked as what it is

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return (*self.words, *self.persons, *self.vehicles)

    @property
    def text(self) -> str:
        """All of it as plain text, one paragraph to a line."""
        first = sentence(self.title) + " " + sentence(self.place)
        return "\n".join(part for part in (first.strip(), *self.paragraphs, self.supposed) if part)


def message_of(
    content: Content, policy: Policy, zone: tzinfo, *, signature: str = "", plate_for_the_police: bool = False
) -> Message:
    """Compose in the language that is active now."""
    call, hint = call_line(content, policy, zone)
    words = (words_left(content), other_signs(content), sentence(content.direction), _sight(content))
    police = _("Plate given to the police.") if plate_for_the_police else ""
    vehicles = [vehicle_words(card, with_place=card.place != content.place) for card in content.vehicles]
    return Message(
        call=call,
        call_hint=hint,
        title=title_of(content),
        place=one_line(content.place),
        words=tuple(part for part in words if part),
        persons=tuple(filter(None, map(person_words, content.persons))),
        vehicles=tuple(part for part in (*vehicles, police) if part),
        seen=_("Seen at %(time)s.") % {"time": clock(content.seen_at, zone)} if content.seen_at else "",
        signature=signature,
        supposed=supposed_words(content),
    )


def call_line(content: Content, policy: Policy, zone: tzinfo) -> tuple[str, str]:
    """What every copy of a report begins with, so that one person calls and not twenty (R096)."""
    number = {"number": policy.emergency_number}
    if content.called_at:
        called = _("%(number)s called %(time)s") % (number | {"time": clock(content.called_at, zone)})
        return called, _("Call only if you have new information")
    if content.until:
        until = {"time": clock(content.until, zone)}
        return _("A question: %(number)s not called yet") % number, _("Call if there is no answer by %(time)s") % until
    return _("%(number)s not called yet") % number, _("Call if you see danger")


def _sight(content: Content) -> str:
    return _("Just out of sight.") if content.in_sight == Report.InSight.JUST_GONE else ""
