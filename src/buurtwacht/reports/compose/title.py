# SPDX-License-Identifier: EUPL-1.2
from django.utils.translation import gettext as _

from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Behaviour

from . import phrases
from .text import lowered, one_line, sentence, split_first

LONGEST_TITLE = 70


def title_of(content: Content) -> str:
    """The headline: the reporter's own first sentence when it is short, else what the chips say."""
    return with_source(content, _headline(content))


def with_source(content: Content, what: str) -> str:
    """ "From Vogelbuurt: somebody tries doors or gates", for what a neighbouring group passed on."""
    if not content.source:
        return what
    return _("From %(group)s: %(what)s") % {"group": content.source, "what": lowered(what)}


def _headline(content: Content) -> str:
    own, _rest = split_first(content.text)
    if 0 < len(own) <= LONGEST_TITLE:
        return own[0].upper() + own[1:]
    who, count = phrases.subject(content.persons)
    for behaviour in content.behaviours:
        if told := phrases.does(behaviour, who, count):
            return told
    return _("Something suspicious")


def words_left(content: Content) -> str:
    """The reporter's words that did not become the headline."""
    own, rest = split_first(content.text)
    return one_line(content.text) if len(own) > LONGEST_TITLE else rest


def other_signs(content: Content) -> str:
    """The signs that the headline does not tell: "Also: looks inside, takes photos."."""
    told_by_title = content.behaviours[:1]
    left = [sign for sign in content.behaviours if sign not in (*told_by_title, Behaviour.OTHER)]
    if not left:
        return ""
    signs = ", ".join(lowered(str(Behaviour(sign).label)) for sign in left if sign in Behaviour.values)
    return sentence(_("Also: %(signs)s") % {"signs": signs})
