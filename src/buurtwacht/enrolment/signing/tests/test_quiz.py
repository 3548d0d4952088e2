# SPDX-License-Identifier: EUPL-1.2
"""A few questions for who likes to know whether they understood (R078)."""

import pytest

from buurtwacht.enrolment.signing.quiz import checked, questions_for, right_of
from buurtwacht.journal.models import Line
from buurtwacht.policy.presets import PRESETS


@pytest.mark.parametrize("preset", PRESETS)
def test_three_to_five_questions_each_with_one_right_answer(preset):
    asked = questions_for(PRESETS[preset])

    assert 3 <= len(asked) <= 5
    for question in asked:
        assert [key for key, _words in question.answers].count(question.right) == 1
    assert right_of(asked, {question.key: question.right for question in asked}) == len(asked)
    assert not any(one.is_right for one in checked(asked, {}))


def test_it_tells_the_answers_decides_nothing_and_is_noted_as_numbers(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be-politiezone"))
    page = page_of(application, "application_quiz")

    assert "101" in client.get(page).content.decode()
    answered = client.post(page, {"first": "call", "say": "guess"}).content.decode()

    assert "Goed." in answered
    assert "Het antwoord: Wat die persoon doet" in answered or "Het antwoord: Wat de persoon doet" in answered
    line = Line.objects.get(action="application.quiz_answered")
    assert line.facts == {"group": str(application.group_id), "right": 1, "of": 4}
    application.refresh_from_db()
    assert application.signed_at is None
