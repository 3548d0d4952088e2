# SPDX-License-Identifier: EUPL-1.2
"""What a text tells about somebody: what they do, and how they look. For counting, and for the one gate (N9, R126)."""

from dataclasses import dataclass

from .checks.appearance import skin_words
from .checks.origin import origin
from .message import WrittenText
from .vocabulary import LANGUAGES, vocabulary

LONGEST = 3000  # signs that are read: all the fields of the longest form together


@dataclass(frozen=True, slots=True)
class Told:
    """What the words say. `traits` are things by which somebody can be recognised, skin colour not counted."""

    behaviour: bool = False
    person: bool = False
    traits: int = 0
    skin: bool = False
    origin: bool = False

    @property
    def looks(self) -> bool:
        """Is somebody described? A man in a garden is no description; a man with a cap is one."""
        return self.skin or self.origin or (self.person and self.traits > 0)


def told_in(text: str) -> Told:
    """What the text tells in any language that we read: whoever writes may use another than that of the page."""
    found = [_read(text[:LONGEST], language) for language in sorted(LANGUAGES)] if text else []
    return Told(
        behaviour=any(one.behaviour for one in found),
        person=any(one.person for one in found),
        traits=max((one.traits for one in found), default=0),
        skin=any(one.skin for one in found),
        origin=any(one.origin for one in found),
    )


def _read(text: str, language: str) -> Told:
    message = WrittenText(text, vocabulary(language))
    return Told(
        behaviour=message.tells_behaviour or message.says("says") or message.says("shouts"),
        person=message.says("person"),
        traits=message.count("trait"),
        skin=next(skin_words(message), None) is not None,
        origin=next(iter(origin(message)), None) is not None,
    )
