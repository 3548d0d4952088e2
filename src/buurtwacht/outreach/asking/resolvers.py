# SPDX-License-Identifier: EUPL-1.2
"""Who hears that a member asked something, and who hears the answer. Nobody else, and never as an alarm."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.groups.notices import Notice, coordinators_in, everybody_in, told
from buurtwacht.outreach.models import MemberQuestion

AT_ONCE = 300  # signs of an answer that go along in a message; the rest is on the page


@resolves("question.asked")
def tell_the_coordinators(intent: Intent) -> Resolved:
    """Who coordinates today, deputies too. What was asked stays on the page: locked screens talk."""
    question = _found(intent)
    if question is None or question.answered_at:
        return Resolved()
    group = question.group

    def words() -> Notice:
        return Notice(
            title=_("A question of a member"),
            body=_("Only coordinators read it. You answer once, on your desk."),
            path=reverse("member_question", args=[group.slug, question.pk]),
        )

    return told(intent, group, coordinators_in(group) & ~Q(person=question.asked_by_id), words)


@resolves("question.answered")
def tell_who_asked(intent: Intent) -> Resolved:
    """The answer itself, on their own ways, as long as they take part."""
    question = _found(intent)
    if question is None or not question.answered_at:
        return Resolved()
    first = question.follows_id or question.pk

    def words() -> Notice:
        return Notice(
            title=_("The answer of your coordinator"),
            body=Truncator(question.answer).chars(AT_ONCE),
            letter=question.answer,
            path=reverse("own_question", args=[first]),
        )

    return told(intent, question.group, everybody_in(question.group) & Q(person=question.asked_by_id), words)


def _found(intent: Intent) -> MemberQuestion | None:
    return MemberQuestion.objects.select_related("group__organisation").filter(pk=intent.subject_id).first()
