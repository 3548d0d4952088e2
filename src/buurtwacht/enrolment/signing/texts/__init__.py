# SPDX-License-Identifier: EUPL-1.2
"""The texts that people agree to, as data: for each preset and kind its points, in every language that we speak."""

from django.conf import settings
from django.utils.translation import get_language

from buurtwacht.groups.models import WatchGroup

from .compose import Kind, compose, edition_of, names_of
from .model import Point, Text

__all__ = ["Kind", "Point", "Text", "edition_of", "rules_of", "text_for"]


def text_for(kind: str, group: WatchGroup, language: str = "") -> Text:
    """What this group's people read now; in the language that is active when none is named."""
    spoken = language or get_language() or settings.LANGUAGE_CODE
    return compose(kind, group.preset, group.policy, names_of(group), spoken)


def rules_of(group: WatchGroup, language: str = "") -> tuple[Point, ...]:
    """The house rules of a group, one by one. What a group adds itself has its place behind these."""
    return text_for(Kind.RULES, group, language).points
