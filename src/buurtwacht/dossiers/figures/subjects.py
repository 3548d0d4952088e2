# SPDX-License-Identifier: EUPL-1.2
"""What the messages were about, by the same check that helps members to write: which rules would have helped."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.words import allowed_by
from buurtwacht.policy.model import Policy
from buurtwacht.wording.check import Reason, advise
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.vocabulary import vocabulary

R = Reason
SUBJECTS: tuple[tuple[Promise, frozenset[Reason]], ...] = (
    (_("Thanks and chit-chat"), frozenset({R.CHIT_CHAT})),
    (_("Emoji and pictures"), frozenset({R.EMOJI})),
    (_("For the municipality, or about animals and lost things"), frozenset({R.MUNICIPAL})),
    (_("About something long over"), frozenset({R.PAST_EVENT})),
    (_("Capitals and exclamation marks"), frozenset({R.SHOUTING})),
    (
        _("Names, guesses or hurtful words about people"),
        frozenset({R.NAMES_NEIGHBOUR, R.ACCUSATION, R.DISCRIMINATION, R.INSULT, R.PHONE, R.PLATE}),
    ),
    (
        _("Going after somebody, gathering or publishing"),
        frozenset({R.PURSUIT, R.GATHERING, R.DRIVING, R.PUBLICATION, R.INVESTIGATION}),
    ),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: how many of the weighed messages, and per cent of them."""

    label: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the words check made of a sample."""

    messages: int
    subjects: tuple[Subject, ...]
    reports: int  # that look like a report: suspicion, or behaviour and a place
    called: int  # of these, that say that somebody called


def weigh(texts: Iterable[str], policy: Policy, language: str) -> Weighed:
    """Each message counts once for a subject."""
    allowed = allowed_by(policy)
    counts: Counter[int] = Counter()
    messages = reports = called = 0
    for text in texts:
        messages += 1
        reasons = {advice.reason.public for advice in advise(text, language=language, allowed=allowed)}
        counts.update(number for number, (_label, of) in enumerate(SUBJECTS) if reasons & of)
        said = WrittenText(text, vocabulary(language), None, allowed)
        if R.CHIT_CHAT not in reasons and _looks_like_a_report(said):
            reports += 1
            called += said.tells_call
    subjects = (_subject(number, count, messages) for number, count in counts.most_common())
    return Weighed(messages, tuple(subjects), reports, called)


def _looks_like_a_report(said: WrittenText) -> bool:
    return any(said.matches("suspicion")) or (said.tells_behaviour and said.tells_place)


def _subject(number: int, count: int, messages: int) -> Subject:
    return Subject(str(SUBJECTS[number][0]), count, round(100 * count / messages))
