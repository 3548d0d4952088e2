# SPDX-License-Identifier: EUPL-1.2
"""Who has a duty that asks for a second factor? The rooms above know, and register their question here."""

from collections.abc import Callable

from .models import Person

Question = Callable[[Person], bool]

_questions: list[Question] = []


def asks_second_factor(question: Question) -> Question:
    """Register a question: does this person have a duty that asks for a second factor?"""
    _questions.append(question)
    return question


def needs_second_factor(person: Person) -> bool:
    """Can this person see more than a member sees?"""
    return any(question(person) for question in _questions)
