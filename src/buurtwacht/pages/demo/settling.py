# SPDX-License-Identifier: EUPL-1.2
"""Groups and who lives in them. They came in the course of the last months, one after the other."""

from collections.abc import Sequence
from datetime import time, timedelta
from random import Random

from django.utils import timezone

from buurtwacht.channels.registry import channels
from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.groups.services import add_member, create_group, give_role
from buurtwacht.people.models import Person
from buurtwacht.people.services import add_contact_point, create_person

from . import places
from .clock import as_if
from .organisations import GROUPS, Plan
from .people import OTHERS, PLAYERS, Player, neighbours
from .places import Home

FOUNDED = timedelta(days=430)
DAY = timedelta(days=1)
STILL_THERE = (406, 368, 368)  # days ago that the first neighbours of the Vogelbuurt came: now they are asked to stay


def settle() -> None:
    """Every group with its area, its goal and its neighbours, and those who work for an organisation."""
    for plan in GROUPS:
        with as_if(timezone.now() - FOUNDED):
            group = _found(plan)
        _fill(group, plan)
    for player in PLAYERS:
        if not player.group:
            person = _make(player.email, player.name, player.language)
            if player.organisation:
                give_role(Organisation.objects.get(slug=player.organisation), person, player.duty)


def _found(plan: Plan) -> WatchGroup:
    return create_group(
        Organisation.objects.get(slug=plan.organisation),
        name=plan.name,
        slug=plan.slug,
        area=places.build_quarter(plan.quarter),
        preset=plan.preset,
        status=plan.status,
        overrides=dict(plan.overrides),
        goal=plan.goal,
        needed_members=plan.needed,
    )


def _fill(group: WatchGroup, plan: Plan) -> None:
    chance = Random(plan.slug)  # noqa: S311 - a seed, not a secret
    homes = places.homes_along(plan.quarter)
    for player in (*PLAYERS, *OTHERS):
        if player.group == plan.slug:
            with as_if(timezone.now() - _since(player)):
                _settle(player, group, plan, homes)
    for place, (email, name, family_name) in enumerate(neighbours(plan.slug, plan.extras)):
        long_ago = group.slug == "vogelbuurt" and place < len(STILL_THERE)
        ago = STILL_THERE[place] * DAY if long_ago else chance.uniform(20, 120) * DAY
        with as_if(timezone.now() - ago):
            language = "en" if chance.random() < 0.04 else group.organisation.language
            person = _make(email, name, language, family_name)
            _join(person, group, plan, chance.choice(homes), phone=_phone(plan, chance))


def _since(player: Player) -> timedelta:
    """Ilse came a year ago, and is asked whether she stays; who coordinates was there from the beginning."""
    if player.key == "ilse":
        return STILL_THERE[-1] * DAY
    return 150 * DAY if player.duty == Membership.Role.COORDINATOR else 130 * DAY


def _settle(player: Player, group: WatchGroup, plan: Plan, homes: Sequence[Home]) -> None:
    person = _make(player.email, player.name, player.language)
    person.quiet_from, person.quiet_until = time(23), time(7)
    person.save(update_fields=["quiet_from", "quiet_until"])
    add_contact_point(person, "email", person.email, verified=True)
    if player.phone and "sms" in channels():
        add_contact_point(person, "sms", player.phone, verified=True)
    home = next(home for home in homes if home.street == player.street)
    _join(person, group, plan, home, role=player.duty, phone=player.phone)


def _join(person: Person, group: WatchGroup, plan: Plan, home: Home, *, phone: str, role: str = "member") -> None:
    latitude, longitude = home.spot
    now = timezone.now()
    add_member(
        group,
        person,
        street=home.street,
        house_number=str(home.number),
        home={"latitude": latitude, "longitude": longitude},
        postcode=plan.quarter.postcode_of(home.street),
        town=plan.quarter.town,
        phone=phone,
        role=role,
        joined_at=now,
        welcomed_at=now,
    )


def _phone(plan: Plan, chance: Random) -> str:
    """Two in three gave a number. All of these look made up, and are never dialled."""
    if chance.random() > 0.66:
        return ""
    last = chance.randrange(100, 1000)
    return f"+32470123{last}" if plan.quarter.country == "be" else f"+31612345{last}"


def _make(email: str, name: str, language: str, family_name: str = "") -> Person:
    person = create_person(
        email=email,
        first_name=name,
        family_name=family_name,
        language=language,
        is_demo=True,
        created_at=timezone.now(),
    )
    phone = add_contact_point(person, "log", email, label=name, verified=True)
    phone.proven_at, phone.proof_seconds = timezone.now(), 2
    phone.save(update_fields=["proven_at", "proof_seconds"])
    return person
