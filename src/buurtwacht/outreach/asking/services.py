# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from buurtwacht.delivery.services import intend
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.notices import NOTICE
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.groups.services import count_words
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import refuse_if
from buurtwacht.outreach.models import MemberQuestion
from buurtwacht.outreach.services.answering import put_answer
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

from . import queries, rules

WORTH_TELLING = timedelta(days=7)


@transaction.atomic
def ask_coordinator(
    group: WatchGroup, words: str, *, by: Person, report: Report | None = None, shown: Iterable[str] = ()
) -> MemberQuestion:
    """Bring a member's question to who coordinates the group today, and to nobody else. It is never an alarm.

    `shown` are the reasons of the wording check that were said about it. Raises `DomainError` past the most of a day.
    """
    _one_at_a_time(by)
    refuse_if(queries.why_not(by, group, coordinates=is_coordinator(by, group)))
    question = MemberQuestion.objects.create(group=group, report=report, asked_by=by, words=words)
    _bring(question, shown)
    return question


@transaction.atomic
def ask_more(question: MemberQuestion, words: str, *, by: Person, shown: Iterable[str] = ()) -> MemberQuestion:
    """The one thing that may be asked after the answer. Raises `DomainError` where nothing more can be asked."""
    _one_at_a_time(by)
    question = MemberQuestion.objects.select_related("group").get(pk=question.pk)
    followed = MemberQuestion.objects.filter(follows=question).exists()
    refuse_if(rules.refusal_to_ask_more(question, has_followed=followed))
    refuse_if(queries.why_not(by, question.group, coordinates=is_coordinator(by, question.group)))
    more = MemberQuestion.objects.create(
        group=question.group, report_id=question.report_id, asked_by=by, follows=question, words=words
    )
    _bring(more, shown)
    return more


@transaction.atomic
def answer_member(question: MemberQuestion, answer: str, *, by: Person, shown: Iterable[str] = ()) -> MemberQuestion:
    """Answer a question, once. Only who asked hears it. Raises `DomainError` where somebody was first."""
    question = put_answer(question, answer, by=by)
    count_words(question.group, shown, answer)
    record("question.answered", question.pk, by=by, group=question.group_id)
    intend("question.answered", question.pk, priority=NOTICE, valid_for=WORTH_TELLING)
    return question


def _bring(question: MemberQuestion, shown: Iterable[str]) -> None:
    count_words(question.group, shown, question.words)
    facts = {"report": question.report_id, "follows": question.follows_id}
    record("question.asked", question.pk, by=question.asked_by, group=question.group_id, **facts)
    intend("question.asked", question.pk, priority=NOTICE, valid_for=WORTH_TELLING)


def _one_at_a_time(person: Person) -> None:
    """Two clicks at once are counted one after the other."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
