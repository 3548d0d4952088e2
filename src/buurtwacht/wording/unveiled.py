# SPDX-License-Identifier: EUPL-1.2
"""A text without signs that nobody sees, and with Latin letters for those that only look like them."""

import unicodedata
from dataclasses import dataclass

_UNSEEN = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u3164"
)
_LOOKALIKES = str.maketrans(
    "аАеЕоОрРсСхХуУіІјЈѕЅкКмМнНтТвВԁɡһԛѡ" + "αΑβΒεΕιΙκΚνΝοΟρΡτΤυΥχΧηΗμΜ" + "ıɑǝƖ¡І‘’ʼ＇",
    "aAeEoOpPcCxXyYiIjJsSkKmMnHtTbBdghqw" + "aAbBeEiIkKvNoOpPtTuYxXnHuM" + "iaeliI''''",
)


@dataclass(frozen=True, slots=True)
class Unveiled:
    """`text[n]` stood at `places[n]`; places is empty when nothing was left out."""

    text: str
    places: tuple[int, ...] = ()

    def place(self, at: int) -> int:
        return self.places[at] if self.places else at


def unveiled(text: str) -> Unveiled:
    if text.isascii():
        return Unveiled(text)
    kept = [at for at, sign in enumerate(text) if sign not in _UNSEEN]
    places = (*kept, len(text)) if len(kept) < len(text) else ()
    seen = "".join(text[at] for at in kept) if places else text
    return Unveiled("".join(map(_plain, seen.translate(_LOOKALIKES))), places)


def _plain(sign: str) -> str:
    """ｄ, 𝐝 and ⓓ are d; a sign that falls apart in several stays."""
    if sign < "\u1d00":
        return sign
    spread = unicodedata.normalize("NFKC", sign)
    return spread if len(spread) == 1 and spread.isalnum() else sign
