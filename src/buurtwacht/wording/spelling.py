# SPDX-License-Identifier: EUPL-1.2
"""How a listed word may be spelled by somebody who does not want it to be found, or who types in a hurry.

idiooot, 1d!00t, i.d.i.o.o.t, k*t, idoiot, idoot, ikhaatze, kloot zak, kutbuurman. Only the words that hurt are
looked for so, and a word that is listed as it stands is never changed into another one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .misspelled import misspellings, sound, squeezed
from .tokens import fold

LONGEST = 60  # signs of one word; what is longer is no word
_REPEATED = re.compile(r"(.)\1{2,}")
_SPACED = re.compile(r"^[^\W\d_](?:(?:[ .*_-]{1,2}| ['’] ?)[^\W_]){2,}$")
_UMLAUT = re.compile(r"([aou])e")  # Tuerken: how umlauts are typed
_BETWEEN = re.compile(r"[ .*_'’-]")
_LEET = (str.maketrans("013456789@$!|€+", "oieasgtbgasiiet"), str.maketrans("013456789@$!|€+", "oleasgtbgasllet"))
_MASKED, _HEARD, _INFLECTED, _REST, _LETTERS, _SLUR = 3, 5, 4, 3, 2, 7  # letters at least
_LENGTHENED, _LINKED, _TELLING = 5, 4, 8  # letters at least
_NO_LAST_WORDS = frozenset(("en", "de", "er", "te", "je", "des", "den", "die"))  # of a sentence; but of many words
_JOINED = frozenset(("met", "aan", "van", "op", "naar", "voor"))  # metde
_ENDINGS = ("tjes", "tje", "jes", "je", "kes", "ke", "erds", "erd", "s", "e")
COMPOUND = "kut+mens"  # how kutbuurman, rotmarokkaan and the like stand in a list
_WITHOUT_OPENER = 3  # pieces: werk-tuig-lijk is no sentence
_MOST_PIECES, _LONGEST_PIECE = 16, 16
_LONGEST_SPACED, _UNKNOWN = 90, 1.5  # signs; the price of a letter that belongs to no listed word


@dataclass(frozen=True, slots=True)
class Words:
    known: frozenset[str]  # every listed word
    disguised: frozenset[str]  # those that people spell in tricky ways
    blurred: frozenset[str]  # these, and those that hurt only among others: people misspell them too
    harsh: frozenset[str]  # vuile, vieze: written together with
    called: frozenset[str]  # what somebody is called
    groups: frozenset[str]  # of people: moslims, written together with
    openers: frozenset[str]  # ik, die: what a sentence begins with, and hardly any word
    verbs: frozenset[str]  # what comes behind them in a sentence
    ordinary: frozenset[str]  # that only look like a misspelling of one of these
    common: frozenset[str]  # the small words of a sentence
    prefixes: frozenset[str]  # kut, rot: make an insult
    bases: frozenset[str]  # of a word like this
    open_prefixes: frozenset[str] = frozenset()  # tyfus: makes an insult of any word
    ordinary_rests: frozenset[str] = frozenset()  # but of these: tyfusepidemie
    insults: frozenset[str] = frozenset()  # among the disguised ones
    stems: frozenset[str] = frozenset()  # of people, and
    tails: frozenset[str] = frozenset()  # what is written behind them: islamgekken
    nouns: frozenset[str] = frozenset()  # what one of a group is, and what no human being is
    links: frozenset[str] = frozenset()  # small words that are written on to one that hurts: lesjuifs


def _fits(word: str, masked: str) -> bool:
    """Is k*t kut? Both are equally long."""
    return all(seen in ("*", "#", meant) for meant, seen in zip(word, masked, strict=True))


class Spelling:
    def __init__(self, words: "Words") -> None:
        self._known = words.known | words.ordinary | words.common
        self._disguised, self._blurred = words.disguised, words.blurred
        self._harsh, self._called = words.harsh, words.called
        self._openers = (words.openers or words.common) | words.groups | words.harsh
        self._groups, self._verbs = words.groups, words.verbs
        self._prefixes, self._bases = tuple(words.prefixes), words.bases | words.insults
        self._open, self._rests = tuple(words.open_prefixes), tuple(words.ordinary_rests)
        self._common, self._insults = words.common, words.insults
        self._stems, self._tails = tuple(words.stems), words.tails
        self._links, self._lengthened = words.links, words.groups | words.insults | words.nouns
        self._shaped: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for word in sorted(words.blurred):
            for first in (word[:1], ""):
                self._shaped[len(word), first].append(word)
        self._respelled: defaultdict[str, list[str]] = defaultdict(list)
        for spelled, word in self._misspellings():
            self._respelled[spelled].append(word)
        self._heard = {sound(word): word for word in sorted(words.blurred) if len(word) >= _HEARD}
        self._sayable = (
            frozenset(word for word in words.common | words.blurred | words.links if len(word) > 1) | words.openers
        )
        self._longest = min(_LONGEST_PIECE, max((len(word) for word in self._sayable), default=0))
        self.forms = lru_cache(8192)(self._forms)
        self.pieces = lru_cache(2048)(self._pieces)

    def _misspellings(self) -> Iterator[tuple[str, str]]:
        for word in sorted(self._blurred, key=lambda word: (word in self._disguised, word)):
            for spelled in misspellings(word):
                if spelled not in self._known:
                    yield spelled, word

    def _forms(self, word: str) -> tuple[str, ...]:
        """`word` folded, then every listed word that it may stand for."""
        plain = written = fold(word)
        if len(plain) > LONGEST:
            return (plain,)
        if _SPACED.match(plain):
            plain = _BETWEEN.sub("", plain)
        forms = [plain]
        if _REPEATED.search(plain):
            forms += [_REPEATED.sub(r"\1\1", plain), _REPEATED.sub(r"\1", plain)]
        if not plain.isalpha() and sum(map(str.isalpha, plain)) >= min(_LETTERS, len(plain) - 1):  # not A50
            forms += [form.translate(table) for form in tuple(forms) for table in _LEET]
        forms += self._unmasked(written)
        if self._known.isdisjoint(forms):
            forms += [word for form in tuple(forms) for word in self._meant(form)]
            compound = not self._is_an_illness(plain) and any(map(self._is_compound, (*forms, squeezed(plain))))
            forms += [COMPOUND] if compound else []
        return tuple(dict.fromkeys(forms))

    def _unmasked(self, word: str) -> list[str]:
        if not ("*" in word or "#" in word) or len(word) < _MASKED:
            return []
        first = "" if word[0] in "*#" else word[0]
        whole = [one for one in self._shaped.get((len(word), first), ()) if _fits(one, word)]
        begun = [one for one in self._prefixes if len(one) < len(word) and _fits(one, word[: len(one)])]
        return whole + [one + word[len(one) :] for one in begun]

    def _meant(self, form: str) -> Iterator[str]:
        """The listed words that an unknown one may stand for: misspelled, spelled by ear, or with an ending."""
        if form in self._respelled:
            yield from self._respelled[form]
        elif (bare := _UMLAUT.sub(r"\1", form)) != form and bare in self._disguised and len(bare) >= _HEARD:
            yield bare
        elif (once := squeezed(form)) != form and once in self._blurred:
            yield once
        elif "-" in form and (whole := form.replace("-", "")) in self._disguised:
            yield whole
        elif len(form) >= _HEARD and (heard := self._heard.get(sound(form))):
            yield heard
        else:
            yield from self._with_one_too_many(form)
        for ending in _ENDINGS:
            stem = form.removesuffix(ending)
            if stem != form and len(stem) >= _INFLECTED and stem in self._insults:
                yield stem

    def _with_one_too_many(self, form: str) -> Iterator[str]:
        """The listed words that `form` is with one letter added inside: mozslims."""
        if len(form) > _LENGTHENED:
            shorter = {form[:at] + form[at + 1 :] for at in range(1, len(form) - 1)}
            yield from sorted(shorter & self._lengthened)

    def _is_compound(self, form: str) -> bool:
        """A bad beginning before a word for people: kutbuurman, and with its plural; tyfus before nearly any word."""
        for prefix in self._prefixes:
            rest = form.removeprefix(prefix)
            if rest != form and not self._bases.isdisjoint((rest, *self._respelled.get(rest, ()))):
                return True
        if any(form.startswith(stem) and form[len(stem) :].removeprefix("en") in self._tails for stem in self._stems):
            return True
        rests = [form[len(prefix) :] for prefix in self._open if form.startswith(prefix)]
        return any(len(rest) >= _REST and rest.isalpha() for rest in rests) and not self._is_an_illness(form)

    def _is_an_illness(self, form: str) -> bool:
        """Kankerpatient, tyfusepidemie: the illness itself."""
        return any(
            form.removeprefix(prefix).startswith(self._rests) for prefix in self._open if form.startswith(prefix)
        )

    def together(self, first: str, second: str) -> str:
        """The listed word that was cut in two; empty when these are simply two words."""
        whole = first + second
        if whole not in self._disguised or len(first) == 1 or (first in self._common and second in self._common):
            return ""
        return whole if len(whole) > 5 or (first not in self._known and second not in self._known) else ""

    def _pieces(self, word: str) -> tuple[str, ...]:
        """The listed words that `word` is made of, when they make a sentence: ik haat ze. Else nothing."""
        spaced = bool(_SPACED.match(word))
        plain = _BETWEEN.sub("", fold(word)) if spaced else fold(word)
        for form in dict.fromkeys((plain, *(plain.translate(table) for table in _LEET))):
            if form in self._known or form in self._respelled or self._is_an_illness(form):
                return ()
            longest = _LONGEST_SPACED if spaced else LONGEST
            pieces = self._cut(form, loosely=spaced) if form.isalpha() and len(form) <= longest else ()
            if pieces:
                return pieces
        return ()

    def _cut(self, form: str, *, loosely: bool) -> tuple[str, ...]:
        """The fewest words that together are `form`. `loosely`: with letters between them that are no listed word."""
        best: list[tuple[float, tuple[str, ...]] | None] = [(0, ()), *[None] * len(form)]
        for end in range(1, len(form) + 1):
            for start in range(max(0, end - self._longest), end):
                before, piece = best[start], form[start:end]
                if before is None or len(before[1]) >= _MOST_PIECES:
                    continue
                cost = 1 if piece in self._sayable else _UNKNOWN * len(piece) if loosely else None
                known = best[end]
                if cost is not None and (known is None or before[0] + cost < known[0]):
                    best[end] = (before[0] + cost, (*before[1], piece))
        last = best[len(form)]
        return last[1] if last and self._says_something(last[1], len(form)) else ()

    def _says_something(self, pieces: tuple[str, ...], length: int) -> bool:
        if len(pieces) == 2 and pieces[0] in self._harsh and pieces[1] in self._called:
            return True
        if len(pieces) == 2 and pieces[0] in self._groups and pieces[1] in self._verbs:
            return True
        if len(pieces) == 2 and pieces[0] in _JOINED and pieces[1] in _NO_LAST_WORDS:
            return True
        if 1 < len(pieces) <= _WITHOUT_OPENER and self._is_linked(pieces):
            return True
        if pieces[-1] in _NO_LAST_WORDS:
            return False
        telling = any(len(piece) > 3 and piece in self._disguised for piece in pieces)
        slur = len(pieces) == _WITHOUT_OPENER and len(pieces[0]) >= _SLUR and pieces[0] in self._insults
        begins = slur or pieces[0] in self._openers or len(pieces) > _WITHOUT_OPENER
        return telling and begins and length >= 3 * len(pieces)

    def _is_linked(self, pieces: tuple[str, ...]) -> bool:
        """One word that hurts with small words on to it: lesjuifs, sontparesseux."""
        heavy = [piece for piece in pieces if piece not in self._links]
        if len(heavy) != 1 or pieces[0] not in self._links:
            return False
        fewest = _LINKED if heavy[0] in self._lengthened else _TELLING
        return len(heavy[0]) >= fewest and heavy[0] in self._blurred
