# SPDX-License-Identifier: EUPL-1.2
"""The house rules on paper: all that hold now, or an edition of what the group added."""

import hashlib

from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.paper import text_on_paper
from buurtwacht.enrolment.signing.texts import Kind, Text, text_for
from buurtwacht.enrolment.signing.texts.model import plain
from buurtwacht.enrolment.signing.texts.own import OwnRules
from buurtwacht.groups.models import WatchGroup


def rules_pdf(group: WatchGroup) -> bytes:
    """As they hold now, in the language that is active."""
    return text_on_paper(group, text_for(Kind.RULES, group), _("These are the house rules as they hold now."))


def edition_pdf(group: WatchGroup, own: OwnRules) -> bytes:
    """Only what the group itself had added by then, in its own language."""
    points = tuple(rule.shown(own.language, own.language) for rule in own.rules)
    title = _("What our group added")
    opening = (
        _("These rules came on top of the fixed ones.") if points else _("This group had no rules of its own then.")
    )
    text = Text(
        id=f"{group.slug}/{own.number}",
        language=own.language,
        version=own.number,
        since=own.since or group.created_at.date(),
        title=title,
        opening=opening,
        points=points,
        digest=hashlib.sha256("\n".join(plain(title, opening, points)).encode()).hexdigest(),
    )
    return text_on_paper(group, text, _("A version never changes. Members agreed to what it says."))
