# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Behaviour

from .text import joined, sentence


def calm_words(content: Content) -> str:
    """What somebody told so far, for neighbours who read it days later. How people or vehicles look is not in it."""
    signs = [str(Behaviour(sign).label) for sign in content.behaviours if sign != Behaviour.OTHER]
    own = content.text.strip()
    return joined([own and sentence(own), sentence(*signs), sentence(content.place)])
