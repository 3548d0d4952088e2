# SPDX-License-Identifier: EUPL-1.2
"""Text as we compare it: small letters, no accents, pictures as words, and no more of it than a message needs."""

import re
import unicodedata

LONGEST = 1000  # signs that are read; the rest of a longer message is kept, not understood

# Control characters, and the marks that turn the direction of writing around.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "ß": "ss"})
_PICTURES = (
    (re.compile("[👍👌✅✔☑🆗🙆]"), " ok "),
    (re.compile("[👀👁🔭]"), " 👀 "),
    (re.compile("[🙏❤♥😍🥰💪👏🎉😊🙂😀😃😄]"), " 🙏 "),
    (re.compile("[❌✖🚫👎]"), " no "),
    (re.compile("[📞☎📱]"), " "),
)
_REPEATED = re.compile(r"([a-z])\1{2,}")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[a-z0-9']+|👀|🙏|\S")


def seen(text: str) -> str:
    """The text without what nobody sees, and without spaces that say nothing."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text[: 4 * LONGEST])).strip()[:LONGEST]


def plain(text: str) -> str:
    """The same text to compare by: "Jaaa, gebéld!" is "ja, gebeld!"."""
    for picture, word in _PICTURES:
        text = picture.sub(word, text)
    spread = unicodedata.normalize("NFKD", text.translate(_QUOTES).casefold())
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign) and sign != "\ufe0f")
    return _SPACES.sub(" ", _REPEATED.sub(r"\1", bare)).strip()[:LONGEST]


def tokens(plain_text: str) -> list[str]:
    """Words, numbers and signs, each apart."""
    return _WORD.findall(plain_text)


def bare(plain_text: str) -> str:
    """Words and numbers only, with single spaces: for whole short answers."""
    return " ".join(word for word in tokens(plain_text) if word[0].isalnum() or word in "👀🙏")
