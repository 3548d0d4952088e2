# SPDX-License-Identifier: EUPL-1.2
"""The few words about a group that stand on its welcome page, in its letters and in a message to share."""

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import coordinators_of


def goal_of(group: WatchGroup) -> str:
    """What the group is for, in its own words, or else in ours (R011)."""
    return group.goal.strip() or _(
        "In %(group)s neighbours watch out for each other. We see more together, and the police hear of it sooner."
    ) % {"group": group.name}


def names_of(group: WatchGroup) -> list[str]:
    """The first names of who coordinates today."""
    return [one.person.first_name for one in coordinators_of(group)]


def message_to_share(group: WatchGroup, address: str) -> str:
    """What a coordinator puts in the WhatsApp group from before, or in a mail."""
    return _(
        "Dear neighbours, %(group)s goes on in Buurtwacht. Your phone then only rings when something is going on near "
        "you. Nobody sees your number. Join in three minutes: %(address)s"
    ) % {"group": group.name, "address": address}


def welcome_path(group: WatchGroup) -> str:
    """The welcome page of a group, without the address of the site."""
    return reverse("welcome", args=[group.slug])
