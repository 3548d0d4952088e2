# SPDX-License-Identifier: EUPL-1.2
"""The wording check for what is added to a report: the report itself has told what happens and where."""

from django.utils.translation import get_language

from buurtwacht.policy.model import PlateRule, Policy, SkinColour
from buurtwacht.wording.check import Advice, Allowed, Facts, advise

LANGUAGES = ("nl", "en", "fr", "de")


def advice_on(text: str, policy: Policy) -> list[Advice]:
    """What could be better about these words; nothing for no words."""
    if not text.strip():
        return []
    language = (get_language() or "nl")[:2]
    known = Facts(
        behaviours=True,
        place=True,
        called=True,
        in_sight="now",
        traits=2,
    )
    allowed = Allowed(
        skin_colour=policy.skin_colour is not SkinColour.OFF,
        plates=policy.plate is PlateRule.GROUP,
    )
    return advise(text, language=language if language in LANGUAGES else "nl", facts=known, allowed=allowed)
