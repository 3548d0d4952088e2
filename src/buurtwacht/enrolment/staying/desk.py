# SPDX-License-Identifier: EUPL-1.2
"""Who has not said yet that they stay: the coordinator asks at the door (R042, R047)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.telling import reads_mail
from buurtwacht.groups.desk_registry import Task, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from . import queries, rules


@desk_tasks
def members_who_did_not_answer(group: WatchGroup, person: Person) -> Iterator[Task]:
    """One task per member: it takes a minute at the door, and the list stays right."""
    for renewal in queries.unanswered_in(group, timezone.now()):
        member = renewal.membership
        mailed = _("Three mails had no answer. Ask at the door.")
        on_paper = _("Gets no mail. Ask at the door.")
        yield Task(
            kind="renewal",
            due_at=renewal.asked_at + rules.LONGEST_SILENCE,
            tag=_("Member"),
            title=_("Does %(name)s, %(street)s, still take part?")
            % {"name": member.person.first_name, "street": member.street},
            sentence=mailed if reads_mail(member.person) else on_paper,
            url=reverse("desk_renewal", args=[group.slug, member.pk]),
            button=_("Fill in"),
            icon="user-check",
        )
