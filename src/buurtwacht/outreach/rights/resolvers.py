# SPDX-License-Identifier: EUPL-1.2
"""Who hears that a request came in, and that its term comes near. What it is about stays on the page."""

from collections.abc import Callable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.groups.notices import Notice, told
from buurtwacht.lib import clock
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.queries import oldest_group

from .answerers import who_answers_request


@resolves("request.received")
def tell_who_answers(intent: Intent) -> Resolved:
    return _tell(
        intent,
        lambda day: (
            _("Somebody asks about their rights"),
            _("A request about what a report says. The law wants an answer by %(day)s.") % {"day": day},
        ),
    )


@resolves("request.term_neared")
def tell_of_the_term(intent: Intent) -> Resolved:
    return _tell(
        intent,
        lambda day: (
            _("A request waits for your answer"),
            _("The law wants an answer by %(day)s. Prolonging is possible once, with a reason.") % {"day": day},
        ),
    )


def _tell(intent: Intent, words: Callable[[str], tuple[str, str]]) -> Resolved:
    """Whoever answers for the organisation, as long as it waits."""
    waiting = RightsRequest.objects.select_related("organisation").filter(pk=intent.subject_id, answered_at=None)
    request = waiting.filter(received_at__isnull=False).first()
    group = oldest_group(request.organisation) if request else None
    if request is None or group is None or request.due_on is None:
        return Resolved()
    due = request.due_on

    def notice() -> Notice:
        title, body = words(clock.day(due))
        path = reverse("rights_request", args=[request.organisation.slug, request.pk])
        return Notice(title=title, body=body, path=path)

    return told(intent, group, Q(person__in=who_answers_request(request).values("pk")), notice)
