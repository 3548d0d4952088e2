# SPDX-License-Identifier: EUPL-1.2
"""What is no emergency in this group goes another way first: asked once, and nobody is held up by it (C19, R103)."""

from dataclasses import replace

from buurtwacht.reports.models import Report

from . import words
from .model import Facts, Said, State, Step, Turned, asking


def another_way(state: State, facts: Facts) -> Turned | None:
    """The other ways, when every sign told is one that the group calls no emergency and nobody spoke of danger."""
    content = state.content
    if state.insists or content.in_sight == Report.InSight.GONE or not facts.no_emergency(content):
        return None
    return asking(state, Step.ELSEWHERE, words.no_emergency(facts.routes, facts.number))


def heard_about_it(state: State, said: Said) -> State | None:
    """After that question: whoever says that it is about safety, or goes on telling, goes on to the call.

    None for whoever says no, thanks or all right: then it ends there. A number that was not offered answers nothing.
    """
    told = said.understood
    if "safety" not in state.options or (told.numbers and not said.choices):
        return state
    if told.no or told.is_thanks or (told.is_only_yes and not told.affirms):
        return None
    return replace(state, insists=True)
