# SPDX-License-Identifier: EUPL-1.2
"""The word lists of one language, read once from data/<language>*.txt, and one index over all of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from .lists import plain, sections_of
from .phrases import Classes, Part, Phrase, join, parse, spelled_out
from .spelling import Spelling, Words
from .tokens import Token

DATA = Path(__file__).parent / "data"
LANGUAGES = frozenset(("nl", "fr", "de", "en"))

Listed = tuple[str, Phrase]
Match = tuple[Phrase, int, int]  # the phrase, its first token, and the one after its last
REMEMBERED = 8192  # words
MOST_TRIES = 240  # of phrases of several words in one text; an ordinary message needs some thirty
INSULTS = frozenset(("insult", "slur"))
DISGUISED = INSULTS | {"swearing", "group", "one_of_group", "vile", "spite", "foul"}
BLURRED = DISGUISED | {
    "called_thing",
    "called_person",
    "called_bare",
    "harsh",
    "dull",
    "low",
    "sour",
    "removed",
    "despise",
}
NOUNS = frozenset(("one_of_group", "vile"))
BASES = frozenset(("person", "neighbour", "origin_one", "origin_more", "group", "one_of_group", "compound_base"))
PLAIN = frozenset(
    (
        "ordinary",
        "common",
        "abusive_prefix",
        "open_prefix",
        "ordinary_rest",
        "behind_group",
        "opener",
        "group_stem",
        "abusive_tail",
        "link",
    )
)


class Vocabulary:
    def __init__(self, language: str, sections: dict[str, list[str]]) -> None:
        self.language = language
        self._words: defaultdict[str, list[Listed]] = defaultdict(list)
        self._starts: defaultdict[str, list[Listed]] = defaultdict(list)
        self._ends: defaultdict[str, list[Listed]] = defaultdict(list)
        self._needs: dict[Phrase, tuple[frozenset[str], ...]] = {}
        self._numbers: list[Listed] = []
        self._names: list[Listed] = []
        for name, phrase in _phrases(sections):
            self._add(name, phrase)
        self._affixes = sorted({len(affix) for affix in (*self._starts, *self._ends)})
        self._at = lru_cache(REMEMBERED)(self._lookup)
        self._kinds = lru_cache(REMEMBERED)(self._kinds_of)
        self.spelling = Spelling(
            Words(
                known=frozenset(self._words),
                disguised=self._under(DISGUISED),
                blurred=self._under(BLURRED),
                harsh=self._under(frozenset(("harsh",))),
                called=self._under(frozenset(("called_thing", "called_person"))),
                ordinary=plain(sections, "ordinary"),
                common=plain(sections, "common"),
                prefixes=plain(sections, "abusive_prefix"),
                bases=self._under(BASES),
                open_prefixes=plain(sections, "open_prefix"),
                ordinary_rests=plain(sections, "ordinary_rest"),
                groups=self._under(frozenset(("group",))),
                openers=plain(sections, "opener"),
                verbs=plain(sections, "behind_group"),
                insults=self._under(INSULTS),
                stems=plain(sections, "group_stem"),
                tails=plain(sections, "abusive_tail"),
                nouns=self._under(NOUNS),
                links=plain(sections, "link"),
            )
        )

    def _add(self, section: str, phrase: Phrase) -> None:
        first = phrase.parts[0]
        if first.optional:
            self._add(section, Phrase(phrase.parts[1:], phrase.blocks))
        listed = (section, phrase)
        self._needs[phrase] = phrase.needs
        for index, keys in ((self._words, first.words), (self._starts, first.starts), (self._ends, first.ends)):
            for key in keys:
                index[key].append(listed)
        if first.number:
            self._numbers.append(listed)
        if first.name:
            self._names.append(listed)

    def _under(self, sections: frozenset[str]) -> frozenset[str]:
        return frozenset(
            word
            for word, listed in self._words.items()
            if any(section in sections and len(phrase.parts) == 1 for section, phrase in listed)
        )

    def _lookup(self, forms: tuple[str, ...]) -> tuple[Listed, ...]:
        found: dict[Listed, None] = {}
        for form in forms:
            found.update(dict.fromkeys(self._words.get(form, ())))
            for size in self._affixes:
                if size > len(form):
                    break
                found.update(dict.fromkeys(self._starts.get(form[:size], ())))
                found.update(dict.fromkeys(self._ends.get(form[-size:], ())))
        return tuple(found)

    def _candidates(self, token: Token) -> Iterator[Listed]:
        yield from self._at(token.forms)
        if token.is_number:
            yield from self._numbers
        if token.may_be_a_name:
            yield from self._names

    def kinds(self, token: Token) -> frozenset[str]:
        """The lists in which this one word stands."""
        return self._kinds(token.text, token.forms)

    def _kinds_of(self, text: str, forms: tuple[str, ...]) -> frozenset[str]:
        token = Token(text, 0, len(text), forms)  # wherever it stands
        return frozenset(
            section
            for section, phrase in self._candidates(token)
            if len(phrase.parts) == 1 and phrase.parts[0].fits(token)
        )

    def _may_stand(self, phrase: Phrase, said: frozenset[str], known: dict[Phrase, bool]) -> bool:
        """Whether each word that the phrase cannot do without is somewhere in the text; `known` remembers it."""
        if phrase not in known:
            known[phrase] = not any(map(said.isdisjoint, self._needs[phrase]))
        return known[phrase]

    def matches(self, tokens: Sequence[Token]) -> dict[str, list[Match]]:
        """For each list its phrases with the tokens they cover; the longest where several begin at one word."""
        found: dict[str, list[Match]] = {}
        said = frozenset(form for token in tokens for form in token.forms)
        possible: dict[tuple[str, tuple[str, ...]], list[Listed]] = {}
        known_of: dict[Phrase, bool] = {}
        tries = 0
        for at, token in enumerate(tokens):
            alike = (token.text, token.forms)
            if alike not in possible:
                possible[alike] = [one for one in self._candidates(token) if self._may_stand(one[1], said, known_of)]
            best: dict[str, tuple[int, bool, Phrase]] = {}
            for section, phrase in possible[alike] if tries <= MOST_TRIES else ():
                tries += len(phrase.parts) > 1
                end = phrase.end(tokens, at)
                if end is not None and (section not in best or (end, phrase.blocks) > best[section][:2]):
                    best[section] = (end, phrase.blocks, phrase)
            for section, (end, _, phrase) in best.items():
                known = found.setdefault(section, [])
                if not known or at >= known[-1][2]:
                    known.append((phrase, at, end))
        return found


def vocabulary(language: str) -> Vocabulary:
    """The words for `nl`, `nl-be`, `fr` …; Dutch for a language that we have no lists for."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return _read(base if base in LANGUAGES else "nl")


@lru_cache
def _read(language: str) -> Vocabulary:
    files = sorted(DATA.glob(f"{language}*.txt"))
    return Vocabulary(language, sections_of("\n".join(path.read_text(encoding="utf-8") for path in files)))


def _phrases(sections: dict[str, list[str]]) -> Iterator[Listed]:
    classes: Classes = {}
    for name, lines in sections.items():
        if name.startswith("@"):
            classes[name[1:]] = _class(lines, classes)
    for name, lines in sections.items():
        if name.startswith("<") or name in PLAIN:
            continue
        for line in lines:
            for one in spelled_out(line, sections):
                yield name.lstrip("@"), parse(one, classes)


def _class(lines: list[str], classes: Classes) -> Part:
    return join([part for line in lines for part in parse(line, classes).parts])
