# SPDX-License-Identifier: EUPL-1.2
"""Neighbours begin a group themselves; nobody has to give permission (R016, R032)."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.text import slugify

from buurtwacht.delivery.services import intend
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.notices import NOTICE
from buurtwacht.groups.services import begin_forming, close_group, count_words, set_plan, start_idea
from buurtwacht.journal.queries import lines_about
from buurtwacht.journal.services import record
from buurtwacht.outreach.queries import example_of, preset_of
from buurtwacht.people.models import Person
from buurtwacht.places.models import Area

WORTH_TELLING = timedelta(days=7)


@transaction.atomic
def start_group(
    organisation: Organisation,
    area: Area,
    *,
    name: str,
    goal: str,
    needed: int,
    by: Person | None = None,
    shown: Iterable[str] = (),
) -> WatchGroup:
    """Write the idea down. It is on the site as soon as the initiator has proven a mail address: `open_idea`.

    The house rules are those of the oldest group of the organisation, or what we advise for the country.
    """
    example = example_of(organisation)
    overrides = dict(example.overrides) if example else None
    preset = preset_of(organisation)
    group = start_idea(
        organisation, name=name, slug=_free_slug(name), area=area, preset=preset, overrides=overrides, by=by
    )
    group = set_plan(group, goal=goal, needed_members=needed, by=by)
    count_words(group, shown, name, goal)
    record("group.proposed", group.pk, by=by, organisation=organisation.pk)
    return group


@transaction.atomic
def open_idea(group: WatchGroup) -> WatchGroup:
    """Neighbours can apply from now on, and the officials hear of it. Doing it twice changes nothing.

    What an official planned is left alone: they open it themselves.
    """
    group = WatchGroup.objects.select_for_update(of=("self",)).get(pk=group.pk)
    if group.status != WatchGroup.Status.IDEA or not is_proposal(group):
        return group
    group = begin_forming(group)
    intend("group.proposed", group.pk, priority=NOTICE, valid_for=WORTH_TELLING)
    return group


@transaction.atomic
def drop_idea(group: WatchGroup) -> None:
    """Nobody went on with it: the idea goes."""
    if group.status == WatchGroup.Status.IDEA:
        close_group(group)


def is_proposal(group: WatchGroup) -> bool:
    """Did this group begin on the public site?"""
    return lines_about([group.pk]).filter(action="group.proposed").exists()


def _free_slug(name: str) -> str:
    """The name for in the address; with a number when it is taken, or when nothing is left of it."""
    plain = slugify(name)[:40].strip("-") or "groep"
    taken = set(WatchGroup.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return plain if plain not in taken else next(slug for slug in numbered if slug not in taken)
