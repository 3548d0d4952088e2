# SPDX-License-Identifier: EUPL-1.2
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import NEIGHBOURS, Link, desk_links
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person


@desk_links
def link_to_register(group: WatchGroup, person: Person) -> list[Link]:
    """The register of members, in the menu beside the desk."""
    return [Link(_("Members"), "users", reverse("desk_members", args=[group.slug]), NEIGHBOURS)]
