# SPDX-License-Identifier: EUPL-1.2
"""The ready sentences of the outcome: harmless, complete, and true for what was chosen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Dossier

O = Dossier.Outcome  # noqa: E741 - the table below reads better with one letter

SENTENCES: dict[str, tuple[Promise, ...]] = {
    O.SPOKEN_TO: (
        _("The police spoke to somebody. No offence. Good that somebody called."),
        _("The police spoke to somebody. The investigation is still going on."),
    ),
    O.ARREST: (
        _("The police arrested somebody. Good that somebody called."),
        _("The police arrested somebody. The investigation is still going on."),
    ),
    O.NOBODY_FOUND: (
        _("The police looked and found nobody. Good that somebody called."),
        _("The police found nobody. They keep an eye on the neighbourhood."),
    ),
    O.FALSE_ALARM: (
        _("It was a false alarm. Nothing was wrong. Good that somebody called all the same."),
        _("There was a good explanation. The description was erased."),
    ),
    O.PLAN_DISRUPTED: (
        _("Something was prevented. Thank you for watching out."),
        _("The person left when the lights went on. Good that somebody called."),
    ),
    O.CANNOT_SAY: (
        _("The police cannot say more about this. Good that somebody called."),
        _("The investigation is still going on. The police cannot say more about it now."),
    ),
}
CHOICES = [(code, O(code).label) for code in SENTENCES]


def ready_sentences(outcome: str) -> tuple[str, ...]:
    """The sentences that fit an outcome, in the language that is active."""
    return tuple(str(sentence) for sentence in SENTENCES.get(outcome, ()))
