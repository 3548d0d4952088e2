# SPDX-License-Identifier: EUPL-1.2
"""The call card: what to say, in the order in which the operator asks."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from buurtwacht.reports.choices import Danger
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Report

from .text import joined, sentence
from .title import title_of


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    asked: str
    answer: str


def call_script(content: Content, *, town: str, caller: str) -> list[Question]:
    """Six questions with their answers, ready to be read out loud (R093). `caller` is a name and a street."""
    return [
        Question("who", _("Whom do you need, and where?"), _whom(content, town)),
        Question("where", _("Where exactly?"), content.place),
        Question("what", _("What is happening?"), joined((sentence(title_of(content)), _sight(content)))),
        Question("danger", _("Is anybody hurt, or is there a weapon?"), _danger(content.danger)),
        Question("caller", _("Who are you?"), _("%(caller)s. You can call me back.") % {"caller": caller}),
        Question("last", _("Finally"), _("I also warn the neighbours through Buurtwacht.")),
    ]


def _whom(content: Content, town: str) -> str:
    if content.danger in (Danger.WOUNDED, Danger.BOTH):
        return _("Police and ambulance, in %(town)s") % {"town": town}
    return _("Police, in %(town)s") % {"town": town}


def _sight(content: Content) -> str:
    if content.in_sight == Report.InSight.JUST_GONE:
        return _("I do not see it any more, it has just gone.")
    return _("I see it now.")


def _danger(code: str) -> str:
    answers = {
        Danger.WEAPON: _("There is a weapon. Nobody seems to be hurt."),
        Danger.WOUNDED: _("Somebody is hurt. I saw no weapon."),
        Danger.BOTH: _("There is a weapon, and somebody is hurt."),
    }
    return answers[Danger(code)] if code in answers else _("No. I saw no weapon.")
