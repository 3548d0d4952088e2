# SPDX-License-Identifier: EUPL-1.2
"""What happened, said so that anybody may read it over a shoulder: signs and a place, never how somebody looks."""

from django.utils.translation import gettext as _

from buurtwacht.policy.model import Policy
from buurtwacht.reports.compose.phrases import does
from buurtwacht.reports.compose.text import joined, sentence, split_first
from buurtwacht.reports.compose.title import with_source
from buurtwacht.reports.content import Content
from buurtwacht.reports.thread.safety import safety_note


def what(content: Content) -> str:
    """ "Somebody tries doors or gates": the first sign that can be told, without who it was, and from whom it came."""
    told = (does(behaviour, _("Somebody"), 1) for behaviour in content.behaviours)
    return with_source(content, next((phrase for phrase in told if phrase), "") or _("Something suspicious"))


def what_and_where(content: Content) -> str:
    return joined((sentence(what(content)), sentence(content.place)))


def stay_safe(policy: Policy) -> str:
    """The first thing to do, in one short sentence."""
    return sentence(split_first(safety_note(policy))[0])
