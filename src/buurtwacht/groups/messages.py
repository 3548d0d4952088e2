# SPDX-License-Identifier: EUPL-1.2
"""What people hear about their group, in words. No name stands in any of them: they may be read on a locked screen."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels

from .models import WatchGroup
from .notices import Notice

Facts = dict[str, object]


def _started(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s has started") % {"group": group.name},
        body=_("Enough neighbours take part. From now on you can warn each other."),
        letter=_(
            "Enough neighbours take part, so your group has started. From now on you can warn each other.\n\n"
            "Set up your phone today: then you hear it when something happens in your street."
        ),
    )


def _dormant(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s rests") % {"group": group.name},
        body=_("You cannot warn each other through this group for now. In an emergency, call %(number)s.")
        % {"number": group.policy.emergency_number},
    )


def _woken(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s is awake again") % {"group": group.name},
        body=_("From now on you can warn each other again."),
    )


def _closed(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s has stopped") % {"group": group.name},
        body=_("Your membership has ended. In an emergency, call %(number)s.")
        % {"number": group.policy.emergency_number},
        letter=_(
            "Your group has stopped, and your membership has ended. Your house number and the place of your home were "
            "deleted at once; the rest follows after 30 days.\n\n"
            "In an emergency, call %(number)s. Thank you for taking part."
        )
        % {"number": group.policy.emergency_number},
    )


def _settings(group: WatchGroup, facts: Facts) -> Notice:
    if facts.get("material"):
        body = _("The house rules changed. Please read what is different. Where we need your yes again, the page asks.")
    else:
        body = _("Some settings of the group changed. You need not do anything.")
    path = f"/mijn/afspraken/{group.slug}/" if facts.get("material") else f"/groepen/{group.slug}/"
    return Notice(title=_("The rules of %(group)s") % {"group": group.name}, body=body, path=path)


def _uncoordinated(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s looks for a coordinator") % {"group": group.name},
        body=_("Nobody coordinates your group now. Warnings still reach you. Would you like to do it?"),
        path=f"/groepen/{group.slug}/coordinator/",
    )


def _take_over(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("Will you take over %(group)s?") % {"group": group.name},
        body=_("Nobody coordinates your group now, and you have stood in before. One tap is enough."),
        path=f"/groepen/{group.slug}/coordinator/",
    )


def _officials(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s has no coordinator") % {"group": group.name},
        body=_("The members have been asked who would like to do it. Perhaps you can help them to find somebody."),
        path=f"/gemeente/{group.organisation.slug}/groepen/{group.slug}/",
    )


def _nearly_full(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s is nearly full") % {"group": group.name},
        body=_("Think of splitting the group along its streets. The program shows how."),
        path=f"/bureau/{group.slug}/groep/splitsen/",
    )


def _quiet(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("Is %(group)s still there?") % {"group": group.name},
        body=_("Nothing was heard of the group for half a year. Say that you are still there, or let it rest."),
        path=f"/bureau/{group.slug}/groep/",
    )


def _split(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("Your group is now called %(group)s") % {"group": group.name},
        body=_("Your group grew so large that it became two. You need not do anything: your phone goes along."),
    )


def _split_stay(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(group)s became two groups") % {"group": group.name},
        body=_("Some streets have a group of their own from now on. For you nothing changes."),
    )


def _offered(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("Will you take over %(group)s?") % {"group": group.name},
        body=_("%(organisation)s offers this group to you. Say yes or no.") % {"organisation": group.organisation.name},
        path="/overdracht/",
    )


def _transferred(group: WatchGroup, facts: Facts) -> Notice:
    return Notice(
        title=_("%(organisation)s stands behind your group now") % {"organisation": group.organisation.name},
        body=_("The rules of %(group)s stay the same, and so do the people.") % {"group": group.name},
    )


def _room_opened(group: WatchGroup, facts: Facts) -> Notice:
    channel = channels().get(str(facts.get("channel", "")))
    return Notice(
        title=_("%(group)s: alerts are read elsewhere too") % {"group": group.name},
        body=_("The coordinator opened a room on another network: %(network)s. Who is in it reads the alerts too.")
        % {"network": channel.label if channel else "?"},
    )


WORDS: dict[str, Callable[[WatchGroup, Facts], Notice]] = {
    "group.started": _started,
    "group.dormant": _dormant,
    "group.woken": _woken,
    "group.closed": _closed,
    "group.settings": _settings,
    "group.uncoordinated": _uncoordinated,
    "group.take_over": _take_over,
    "group.officials": _officials,
    "group.nearly_full": _nearly_full,
    "group.quiet": _quiet,
    "group.split": _split,
    "group.split_stay": _split_stay,
    "group.offered": _offered,
    "group.transferred": _transferred,
    "group.room_opened": _room_opened,
}
