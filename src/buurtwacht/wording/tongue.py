# SPDX-License-Identifier: EUPL-1.2
"""In which language a text is written, as far as its small words say so without doubt. Pure.

For what has to be read in any language. The wording check itself goes by the language of whoever writes.
"""

import re

# Small words without accents that are ordinary in one of our languages and rare in the three others.
_SMALL_WORDS = {
    "nl": "aan bij daar dat deze dit door een geen haar heeft het hij hun ik maar mijn naar niet nog onze ook op staat"
    " uit voor waar wat wordt ze zich zij zijn",
    "fr": "au aux avec ce cette chez dans depuis elle elles est et il ils j je l la le les leur leurs ma mais mon nous"
    " ont par pour qu que qui rue sont sur une vous",
    "de": "auf auch aus bei beim das dem der dort ein eine einem einen einer es fur haben ich im ist kein keine mein"
    " meine mit nach nicht sich sie sind und unser unsere vom von vor wir wird zu zum zur",
    "en": "and are at for from has have he his it my near not of our she some that the there they this to were who"
    " with your",
}
_LANGUAGE_OF = {word: language for language, words in _SMALL_WORDS.items() for word in words.split()}
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST = 2  # different small words; one may be a name
_TIMES = 4  # as many as of the language that comes second


def language_of(plain: str) -> str | None:
    """ "nl", "fr", "de" or "en"; None where it is not sure. `plain` is in small letters, without accents."""
    counts = dict.fromkeys(_SMALL_WORDS, 0)
    for word in set(_LETTERS.findall(plain)):
        if language := _LANGUAGE_OF.get(word):
            counts[language] += 1
    first, second = sorted(counts, key=lambda one: counts[one], reverse=True)[:2]
    return first if counts[first] >= max(_FEWEST, _TIMES * counts[second]) else None
