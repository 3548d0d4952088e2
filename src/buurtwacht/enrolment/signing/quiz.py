# SPDX-License-Identifier: EUPL-1.2
"""Three to five questions about the rules (R078). There is always one right answer, and it follows from the policy."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buurtwacht.policy.model import PhotoRule, Policy
from buurtwacht.wording.reasons import Reason


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers. `right` is the key of the right one, `why` what is said afterwards."""

    key: str
    words: str
    answers: tuple[tuple[str, str], ...]
    right: str
    why: str
    reason: str = ""  # of the wording check: the house rule that it belongs to is what the question is about


@dataclass(frozen=True, slots=True)
class Checked:
    """A question with what was answered."""

    question: Question
    is_right: bool
    right_words: str


def questions_for(policy: Policy) -> list[Question]:
    """The questions under this policy, in the language that is active."""
    number = {"number": policy.emergency_number}
    found = [
        Question(
            "first",
            _("You hear glass break at the neighbours'. What do you do first?"),
            (
                ("group", _("I tell the group")),
                ("call", _("I call %(number)s") % number),
                ("look", _("I go and look")),
            ),
            "call",
            _("Only a call brings the police. After that you tell your neighbours."),
            Reason.MISSING_CALL,
        ),
        Question(
            "say",
            _("Somebody whom you do not know stands at a window. What do you write?"),
            (
                ("guess", _("That it is a burglar")),
                ("origin", _("Where you think they come from")),
                ("seen", _("What they do, and where")),
            ),
            "seen",
            _("Behaviour comes first. You accuse nobody."),
            Reason.ACCUSATION,
        ),
        Question(
            "leaves",
            _("They walk away. What do you do?"),
            (
                ("stay", _("I look which way they go, from where I am")),
                ("follow", _("I follow them")),
                ("stop", _("I stop them")),
            ),
            "stay",
            _("Following and stopping is for the police."),
            Reason.PURSUIT,
        ),
        Question(
            "share",
            _("A friend outside the group asks what is going on. What do you do?"),
            (
                ("forward", _("I send the message on")),
                ("post", _("I put it on social media, so that everybody knows")),
                ("keep", _("I keep it here")),
            ),
            "keep",
            _("It is about people, and it may turn out differently."),
            Reason.PUBLICATION,
        ),
    ]
    if policy.photo in (PhotoRule.NEVER, PhotoRule.POLICE_ONLY):
        found.append(_photo())
    return found


def _photo() -> Question:
    return Question(
        "photo",
        _("You have a photo of somebody. Do the neighbours get to see it?"),
        (("yes", _("Yes, always")), ("no", _("No"))),
        "no",
        _("In this group neighbours see no photos of people."),
    )


def checked(questions: list[Question], answers: Mapping[str, str]) -> list[Checked]:
    """Each question with whether it was answered well."""
    return [
        Checked(question, answers.get(question.key) == question.right, dict(question.answers)[question.right])
        for question in questions
    ]


def right_of(questions: list[Question], answers: Mapping[str, str]) -> int:
    """How many were right."""
    return sum(one.is_right for one in checked(questions, answers))
