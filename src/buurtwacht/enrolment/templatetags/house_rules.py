# SPDX-License-Identifier: EUPL-1.2
"""A house rule beside what the wording check remarked: `{% load house_rules %}{% rule_for group hint.reason %}`."""

from typing import Any

from django import template
from django.template import Context

from buurtwacht.enrolment.signing.texts import rule_for_reason
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import membership_in

register = template.Library()


@register.inclusion_tag("enrolment/signing/_rule_for.html", takes_context=True)
def rule_for(context: Context, group: WatchGroup | str, reason: str) -> dict[str, Any]:
    """The first words of the rule of this group that a remark belongs to; members get a link to all of them.

    Nothing where the group has no such rule, or on a page without a group. The rules open beside the form, so that
    nothing that was written is lost.
    """
    point = rule_for_reason(group, reason) if isinstance(group, WatchGroup) else None
    return {"group": group, "point": point, "is_member": point is not None and _is_member(context, group)}


def _is_member(context: Context, group: Any) -> bool:
    person = getattr(context.get("request"), "user", None)
    return person is not None and person.is_authenticated and membership_in(person, group) is not None
