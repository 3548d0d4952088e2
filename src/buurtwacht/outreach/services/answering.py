# SPDX-License-Identifier: EUPL-1.2
"""One answer to one question, whoever asked it."""

from typing import TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import Asked
from buurtwacht.people.models import Person

Question = TypeVar("Question", bound=Asked)


def put_answer(question: Question, answer: str, *, by: Person) -> Question:
    """Write it down, inside the transaction of the caller. Raises `DomainError` where somebody was first."""
    question = type(question).objects.select_for_update(of=("self",)).get(pk=question.pk)  # type: ignore[attr-defined]
    if question.answered_at:
        raise DomainError(_("Somebody has answered this question already."))
    question.answer, question.answered_by, question.answered_at = answer, by, timezone.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    return question
