# SPDX-License-Identifier: EUPL-1.2
"""The few words about a group that stand on its welcome page, in its letters and in a message to share."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

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


def texts_for(way: str, group: WatchGroup, address: str) -> list[tuple[str, str, str]]:
    """A text for social media or the local paper in each language: its code, its name, and the words.

    The language of the organisation comes first, and what reads the same in two is there once. Nothing else of a group
    is told than what its public page tells.
    """
    write = {"social": post_to_share, "newspaper": piece_for_paper}.get(way)
    if write is None:
        return []
    own = group.organisation.language
    languages = sorted(settings.LANGUAGES, key=lambda one: one[0] != own)
    texts: dict[str, tuple[str, str]] = {}
    for code, name in languages:
        texts.setdefault(_in(code, write, group, address), (code, str(name)))
    return [(code, name, words) for words, (code, name) in texts.items()]


def post_to_share(group: WatchGroup, address: str) -> str:
    """A few lines for social media."""
    return _(
        "Do you live in %(group)s? Neighbours here watch out together. Whoever sees something that is not right calls "
        "%(number)s first, and then tells the neighbours. Taking part is free and takes three minutes: %(address)s"
    ) % _facts(group, address)


def piece_for_paper(group: WatchGroup, address: str) -> str:
    """A short piece for the local paper: a headline, what it is, and where to go."""
    return "\n\n".join(
        part % _facts(group, address)
        for part in (
            _("Neighbours of %(group)s watch out for each other"),
            _(
                "In %(group)s neighbours watch out together. Whoever sees something that is not right calls %(number)s "
                "first. Then the neighbours hear of it on their phone, and only when something is going on."
            ),
            _(
                "Nobody has to patrol, and nobody sees your number. Taking part is free. Without a smartphone you can "
                "take part too."
            ),
            _("Would you like to join, or do you have a question? Everything stands at %(address)s"),
        )
    )


def _facts(group: WatchGroup, address: str) -> dict[str, str]:
    return {"group": group.name, "number": group.policy.emergency_number, "address": address}


def _in(language: str, write: Callable[[WatchGroup, str], str], group: WatchGroup, address: str) -> str:
    with override(language):
        return write(group, address)


def message_to_share(group: WatchGroup, address: str) -> str:
    """What a coordinator puts in the WhatsApp group from before, or in a mail."""
    return _(
        "Dear neighbours, %(group)s goes on in Buurtwacht. Your phone then only rings when something is going on near "
        "you. Nobody sees your number. Join in three minutes: %(address)s"
    ) % {"group": group.name, "address": address}


def welcome_path(group: WatchGroup) -> str:
    """The welcome page of a group, without the address of the site."""
    return reverse("welcome", args=[group.slug])


def own_code_url(group: WatchGroup) -> str:
    """Where a member makes a code of their own, to ring bells with."""
    return settings.SITE_URL + reverse("own_invitation", args=[group.slug])
