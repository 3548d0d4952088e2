# SPDX-License-Identifier: EUPL-1.2
"""What figures put on the coordinator's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import Link, Meter, desk_links, desk_meters
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from .models import DescriptionCount
from .months import month_now


@desk_links
def figures_page(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("Figures"), "numbers", reverse("group_figures", args=[group.slug]))


@desk_meters
def texts_about_behaviour(group: WatchGroup) -> Iterator[Meter]:
    """How many texts of this month say what somebody does."""
    row = DescriptionCount.objects.filter(group=group, month=month_now(group.tz)).first()
    if row is not None:
        yield Meter(_("Texts that say what somebody does"), row.behaviour, row.told)
