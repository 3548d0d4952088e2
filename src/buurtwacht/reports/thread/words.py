# SPDX-License-Identifier: EUPL-1.2
"""The wording check for what is added to a report: the report itself has told what happens and where."""

from collections.abc import Iterator

from buurtwacht.groups.words import allowed_by
from buurtwacht.policy.model import Policy
from buurtwacht.reports.content import Content
from buurtwacht.reports.hints import texts_of
from buurtwacht.wording.advice import Advice
from buurtwacht.wording.weighing import weigh


def advice_on(text: str, policy: Policy) -> list[Advice]:
    """What could be better about these words; nothing for no words."""
    return weigh(text, allowed=allowed_by(policy), news=True)


def written_in(content: Content) -> Iterator[str]:
    """All that somebody wrote in their own words, on the cards too. A plate is no words."""
    yield from (text for _field, text in texts_of(content))
    yield from (content.direction, content.advice)
