# SPDX-License-Identifier: EUPL-1.2
"""What the program finds when it reads a message again, in the language of who wrote it."""

from django.utils import translation

from buurtwacht.reports.content import Content, own_words
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.words import advice_on, written_in
from buurtwacht.wording.advice import Advice
from buurtwacht.wording.forms import Remark
from buurtwacht.wording.reasons import ABOUT_PEOPLE, Reason

# What is worth a private word: about people, or dangerous. What is only untidy is not.
WORTH_A_WORD = ABOUT_PEOPLE | {
    *(Reason.GATHERING, Reason.PURSUIT, Reason.PUBLICATION, Reason.INVESTIGATION, Reason.SKIN_COLOUR),
    *(Reason.PLATE, Reason.PHONE, Reason.CHIT_CHAT, Reason.DISCUSSION, Reason.OFF_TOPIC, Reason.SHOUTING),
}


def reads_again(entry: Entry) -> list[Remark]:
    """What could be better about these words, what must change first. For the page of who wrote them."""
    policy, language = entry.report.group.policy, entry.author.language if entry.author else ""
    with translation.override(language or entry.report.group.organisation.language):
        found = [Remark(text, advice) for text in written_in(own_words(entry)) for advice in advice_on(text, policy)]
    return sorted((one for one in found if _counts(one.advice)), key=lambda one: not one.advice.blocks)


def reasons_for_a_word(entry: Entry, *, about_people: bool = False) -> list[str]:
    """The reasons why the writer gets a private word, as the command names them; none for words that may stand."""
    found = [one.advice.reason for one in reads_again(entry)]
    wanted = [reason for reason in found if not about_people or reason in ABOUT_PEOPLE]
    return list(dict.fromkeys(reason.public.value for reason in wanted))


def is_hard(entry: Entry) -> bool:
    """Is there anything in it that cannot stay?"""
    return any(one.advice.blocks for one in reads_again(entry))


def better_words(content: Content, remarks: list[Remark]) -> str:
    """The text of a message with every improvement that the program knows."""
    text = content.text
    mine = [one.advice for one in remarks if one.whole == text and one.advice.better]
    for advice in sorted(mine, key=lambda one: -one.start):
        text = advice.applied_to(text)
    return text


def _counts(advice: Advice) -> bool:
    return advice.blocks or advice.reason in WORTH_A_WORD
