# SPDX-License-Identifier: EUPL-1.2
"""Typing mistakes in the words that we know: one letter wrong, missing, doubled, or two that changed places."""

from collections.abc import Iterable

SHORTEST = 5  # in shorter words another letter is another word: "ja" and "je"


class Spelling:
    """Knows words, and what each of them looks like with one letter less (after the SymSpell idea)."""

    def __init__(self, words: Iterable[str], ordinary: Iterable[str] = ()) -> None:
        self._known = frozenset(words) | frozenset(ordinary)
        self._by_gap: dict[str, set[str]] = {}
        for word in frozenset(words):
            if len(word) >= SHORTEST and word.isalpha():
                for gap in (word, *_with_one_less(word)):
                    self._by_gap.setdefault(gap, set()).add(word)

    def corrected(self, word: str) -> str:
        """The one word that was meant; the word itself when we know it, or when it could be several."""
        if len(word) < SHORTEST or word in self._known or not word.isalpha():
            return word
        found = {
            meant
            for gap in (word, *_with_one_less(word))
            for meant in self._by_gap.get(gap, ())
            if meant[0] == word[0] and is_one_off(word, meant)
        }
        return found.pop() if len(found) == 1 else word


def is_one_off(a: str, b: str) -> bool:
    """Is one of them the other with a single mistake?"""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
        return rest_a[1:] == rest_b[1:] or swapped
    return rest_a[1:] == rest_b or rest_a == rest_b[1:]


def _with_one_less(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))] if len(word) <= 30 else []
