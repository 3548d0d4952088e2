# SPDX-License-Identifier: EUPL-1.2
"""Which words stood on a form that was printed: a short code at its foot leads back to exactly those.

A form that was printed before the rules changed is a yes to what it says, and to nothing newer.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import AgreedText
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import DomainError

from . import rules
from .queries import text_from
from .services.keep import keep_text
from .texts import Text, text_for

HALF = 4  # signs on each side of the dash: of all forms of one group no two have the same in practice
_NO_SIGN = re.compile(r"[^0-9A-F]")
_MISREAD = str.maketrans("OILSZ", "01152")  # what somebody may read for a sign that a code has


def print_code(group: WatchGroup, texts: Sequence[Text]) -> str:
    """The code for a form with these texts, such as "4F2A-19C0". The words are kept, to be found again."""
    for text in texts:
        keep_text(text)
    return _code(group, (text.digest for text in texts))


def texts_printed(group: WatchGroup, typed: str) -> tuple[Text, ...]:
    """The texts of the form with this code. Raises `DomainError` for a code that stands on no form of this group."""
    wanted = _plain(typed)
    for kept in _forms_of(group):
        if _plain(_code(group, (one.digest for one in kept))) == wanted:
            return tuple(text_from(one, group) for one in kept)
    raise DomainError(_("We do not know this code. Look once more, or have the form of now signed."))


def is_older(group: WatchGroup, texts: Iterable[Text]) -> bool:
    """Does a form with these texts say something else than what holds now?"""
    return any(text.digest != text_for(text.kind, group, text.language).digest for text in texts)


def _forms_of(group: WatchGroup) -> Iterator[tuple[AgreedText, ...]]:
    """Everything that a form of this group can have said, in one language each; the house rules stand alone too."""
    kept = AgreedText.objects.filter(text__startswith=f"{group.preset}/").order_by("language", "text", "digest")
    by_language: dict[str, dict[str, list[AgreedText]]] = {}
    for one in kept:
        by_language.setdefault(one.language, {}).setdefault(one.text.split("/")[1], []).append(one)
    kinds = rules.kinds_asked(group.policy)
    for found in by_language.values():
        yield from product(*(found.get(kind, []) for kind in kinds))
        if kinds != (rules.RULES,):
            yield from ((one,) for one in found.get(rules.RULES, []))


def _code(group: WatchGroup, digests: Iterable[str]) -> str:
    said = hashlib.sha256(":".join([group.pk.hex, *digests]).encode()).hexdigest().upper()
    return f"{said[:HALF]}-{said[HALF : 2 * HALF]}"


def _plain(typed: str) -> str:
    return _NO_SIGN.sub("", typed.upper().translate(_MISREAD))
