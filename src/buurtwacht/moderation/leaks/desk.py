# SPDX-License-Identifier: EUPL-1.2
"""The way to the leak procedure, in the menu beside the desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import ORDER, Link, desk_links
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import is_administrator
from buurtwacht.people.models import Person


@desk_links
def link_to_leaks(group: WatchGroup, person: Person) -> Iterator[Link]:
    if is_administrator(person, group):
        yield Link(_("Something leaked"), "share", reverse("desk_leak", args=[group.slug]), ORDER)
