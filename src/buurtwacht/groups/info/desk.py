# SPDX-License-Identifier: EUPL-1.2
"""What waits on the coordinator's desk, and the page in the menu beside it."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.desk_registry import Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from .queries import waiting_notes

TIME_TO_DECIDE = timedelta(days=2)


@desk_tasks
def decide_about_info(group: WatchGroup, person: Person) -> Iterable[Task]:
    """What police, municipality or neighbours offered."""
    notes = list(waiting_notes(group))
    if notes:
        words = ngettext("%(count)s note waits for you.", "%(count)s notes wait for you.", len(notes))
        yield Task(
            kind="info_waiting",
            due_at=notes[0].created_at + TIME_TO_DECIDE,
            title=_("Information for your neighbours"),
            sentence=words % {"count": len(notes)} + " " + _("You decide whether they read it, and how."),
            url=reverse("desk_info", args=[group.slug]),
            button=_("Look and decide"),
            icon="news",
            minutes=2,
        )


@desk_links
def info_page(group: WatchGroup, person: Person) -> Iterable[Link]:
    yield Link(_("Information"), "news", reverse("desk_info", args=[group.slug]))
