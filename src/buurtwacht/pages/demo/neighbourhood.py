# SPDX-License-Identifier: EUPL-1.2
"""Builds everything that one can walk through. Building it twice changes nothing."""

from collections.abc import Sequence
from datetime import time
from random import Random

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.services import add_member, create_group, create_organisation, give_role
from buurtwacht.people.models import Person
from buurtwacht.people.services import add_contact_point, create_person
from buurtwacht.reports.models import Report

from . import places, scenes
from .mailbox import refuse_real_people
from .models import DemoMail
from .organisations import GROUPS, ORGANISATIONS, Plan
from .people import OTHERS, PLAYERS, Player, neighbours
from .stories import ask_in_doubt, tell_now, tell_past

Home = tuple[str, tuple[float, float]]


def build_neighbourhood(*, fresh: bool = False) -> None:
    """Everything, where it is not there yet, and something that is going on now.

    `fresh` empties the database first. Raises `RealPeople` when there are people in it who are not made up.
    """
    refuse_real_people()
    if fresh:
        call_command("flush", interactive=False, verbosity=0)
    with transaction.atomic():  # one commit for thousands of rows, and nothing half built
        _one_builder_at_a_time()
        if not Organisation.objects.filter(slug="ede").exists():
            _build_places()
            _build_people()
            for scene in scenes.PAST:
                tell_past(scene)
            DemoMail.objects.filter(kind=DemoMail.Kind.PHONE).delete()
    keep_something_going()


def _one_builder_at_a_time() -> None:
    """Two demos may be started on one database; the second waits, and finds everything there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('buurtwacht.demo'))")


def keep_something_going() -> None:
    """A report that is going on now, and a question on the coordinator's desk."""
    live = Report.objects.filter(group__slug="vogelbuurt")
    if not live.filter(status=Report.Status.OPEN).exists():
        tell_now(scenes.NOW)
    if not live.filter(status=Report.Status.DOUBT).exists():
        ask_in_doubt(scenes.DOUBT)


def _build_places() -> None:
    for town in (places.EDE, places.MAASTRICHT, places.LANAKEN):
        places.build_town(town)
    for values in ORGANISATIONS:
        create_organisation(**values)


def _build_people() -> None:
    for plan in GROUPS:
        area = places.build_quarter(plan.quarter)
        organisation = Organisation.objects.get(slug=plan.organisation)
        group = create_group(organisation, name=plan.name, slug=plan.slug, area=area, preset=plan.preset)
        homes = places.homes_along(plan.quarter)
        for player in (*PLAYERS, *OTHERS):
            if player.group == plan.slug:
                _settle(player, group, homes)
        _settle_neighbours(plan, group, homes)
        WatchGroup.objects.filter(pk=group.pk).update(status=plan.status)
    for player in (*PLAYERS, *OTHERS):
        if not player.group:
            person = _make(player.email, player.name, player.language)
            if player.organisation:
                give_role(Organisation.objects.get(slug=player.organisation), person, player.duty)


def _settle(player: Player, group: WatchGroup, homes: Sequence[Home]) -> None:
    person = _make(player.email, player.name, player.language)
    person.quiet_from, person.quiet_until = time(23), time(7)
    person.save(update_fields=["quiet_from", "quiet_until"])
    add_contact_point(person, "email", person.email, verified=True)
    spot = next(spot for street, spot in homes if street == player.street)
    home = {"latitude": spot[0], "longitude": spot[1]}
    add_member(group, person, street=player.street, home=home, role=player.duty)


def _settle_neighbours(plan: Plan, group: WatchGroup, homes: Sequence[Home]) -> None:
    chance = Random(plan.slug)  # noqa: S311 - a seed, not a secret
    for email, name in neighbours(plan.slug, plan.extras):
        language = "en" if chance.random() < 0.04 else group.organisation.language
        person = _make(email, name, language)
        street, spot = chance.choice(homes)
        add_member(group, person, street=street, home={"latitude": spot[0], "longitude": spot[1]})


def _make(email: str, name: str, language: str) -> Person:
    person = create_person(email=email, first_name=name, language=language, is_demo=True, created_at=timezone.now())
    phone = add_contact_point(person, "log", email, label=name, verified=True)
    phone.proven_at, phone.proof_seconds = timezone.now(), 2
    phone.save(update_fields=["proven_at", "proof_seconds"])
    return person
