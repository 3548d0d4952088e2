# SPDX-License-Identifier: EUPL-1.2
"""What somebody supposes but did not see: always marked as such, and after everything that was seen (R107)."""

from django.utils.translation import gettext as _

from buurtwacht.reports.content import Content

from .text import joined, one_line, sentence, split_first


def supposed_words(content: Content) -> str:
    """ "Supposed: they belong together.", or nothing."""
    return _marked(content.supposed) if one_line(content.supposed) else ""


def supposed_sentences(content: Content) -> str:
    """The same with every sentence marked, for where one of them may be cut out and the others stay."""
    marked, left = [], one_line(content.supposed)
    while left:
        first, left = split_first(left)
        marked.append(_marked(first))
    return joined(marked)


def _marked(words: str) -> str:
    return sentence(_("Supposed: %(words)s") % {"words": one_line(words)})
