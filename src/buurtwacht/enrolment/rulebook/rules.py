# SPDX-License-Identifier: EUPL-1.2
"""What a rule of a group itself may look like, and what could be better about it. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts.model import Point
from buurtwacht.enrolment.signing.texts.own import OwnRule, Wording
from buurtwacht.wording.check import Facts, advise

from .against import opposites

MOST_RULES = 10  # more than these, behind those of the source, nobody reads
LEAD_LONGEST, WORDS_LONGEST, WHY_LONGEST = 80, 300, 200  # characters
LONGEST_SENTENCE = 18  # words; longer ones are hard to read at level B1
CHECKED = ("nl", "fr", "de", "en")  # the languages of the wording check

_SENTENCES = re.compile(r"[^.?!]+[.?!]?")
_KNOWN = Facts(behaviours=True, place=True, called=True, in_sight="now", traits=2)  # a rule need not tell these


@dataclass(frozen=True, slots=True)
class Remark:
    """Advice about one part of a rule: what was written, what is better where we know it, and why."""

    written: str
    better: str
    why: str
    must: bool = False


def refusal_of(wordings: Mapping[str, Wording], others: Iterable[str], language: str) -> str:
    """Why a rule cannot stand in the list as it is; empty when it can.

    `others` are the first words of the other rules in this list, `language` is that of the group.
    """
    first = wordings.get(language)
    if first is None or not (first.lead and first.words):
        return _("Write the rule in the language of the group: a few words, and a sentence.")
    if any(not (one.lead and one.words) for one in wordings.values()):
        return _("A rule needs a few words and a sentence in each language, or nothing in that language.")
    if any(_too_long(one) for one in wordings.values()):
        return _("This is too long for a rule. Say it shorter, or make two rules of it.")
    if same_lead(first.lead, others):
        return _("There is already a rule that begins with these words.")
    harm = next((remark for remark in remarks_on(wordings) if remark.must), None)
    return harm.why if harm else ""


def same_lead(lead: str, others: Iterable[str]) -> bool:
    """Does another rule begin with these words?"""
    return lead.casefold() in {other.casefold() for other in others}


def remarks_on(wordings: Mapping[str, Wording]) -> list[Remark]:
    """What could be better, in every language; what must be followed first. A rule holds for who writes it, too."""
    found = [remark for language, wording in wordings.items() for remark in _remarks(language, wording)]
    return sorted(found, key=lambda remark: not remark.must)


def remarks_against(language: str, wording: Wording, fixed: Iterable[Point]) -> list[Remark]:
    """Where these words say the opposite of a fixed rule; advice only, since words can mean something else."""
    text = "\n".join(part for part in wording if part)
    return [Remark(sentence, "", why) for sentence, why in opposites(text, language, fixed)]


def reads_differently(before: Iterable[OwnRule], after: Iterable[OwnRule]) -> bool:
    """Do members who agreed have to be asked again?

    Yes for a rule that came, went or has other words in a language in which it was read. The order, the reason and
    another language change nothing of what they agreed to.
    """
    old, new = ({rule.key: rule.wordings for rule in rules} for rules in (before, after))
    return old.keys() != new.keys() or any(_differs(old[key], new[key]) for key in old)


def _differs(before: Mapping[str, Wording], after: Mapping[str, Wording]) -> bool:
    return any(after.get(language, Wording("", ""))[:2] != wording[:2] for language, wording in before.items())


def _too_long(wording: Wording) -> bool:
    longest = (LEAD_LONGEST, WORDS_LONGEST, WHY_LONGEST)
    return any(len(part) > most for part, most in zip(wording, longest, strict=True))


def _remarks(language: str, wording: Wording) -> Iterator[Remark]:
    for part in wording:
        if language in CHECKED:
            for advice in advise(part, language=language, facts=_KNOWN):
                why = f"{advice.why} {advice.instead}".strip()
                yield Remark(advice.found or part, advice.better, why, advice.blocks)
        yield from _long_sentences(part)


def _long_sentences(part: str) -> Iterator[Remark]:
    for sentence in _SENTENCES.findall(part):
        count = len(sentence.split())
        if count > LONGEST_SENTENCE:
            why = _("This sentence has %(count)s words. Two short ones read easier.")
            yield Remark(sentence.strip(), "", why % {"count": count})
