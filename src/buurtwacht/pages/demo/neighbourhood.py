# SPDX-License-Identifier: EUPL-1.2
"""Builds everything that one can walk through. Building it twice changes nothing."""

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction

from buurtwacht.groups.models import Organisation
from buurtwacht.groups.services import create_organisation
from buurtwacht.reports.models import Report

from . import places, scenes
from .appeals import keep_an_appeal_waiting
from .asked import keep_questions_waiting
from .bans import leave_a_ban
from .cases import keep_a_case_waiting
from .flags import keep_flags_waiting
from .info import keep_info
from .joining.story import tell_joining
from .mailbox import refuse_real_people
from .models import DemoMail
from .organisations import GROUPS, ORGANISATIONS
from .papers import agree
from .phones import in_the_past
from .photos import keep_a_photo_waiting
from .postcodes import build_postcodes
from .reach import tell_tests
from .settling import settle
from .site import write_site
from .stories import ask_in_doubt, tell_now, tell_past
from .year import tell_a_year


def build_neighbourhood(*, fresh: bool = False) -> None:
    """Everything, where it is not there yet, and something that is going on now.

    `fresh` empties the database first. Raises `RealPeople` when there are people in it who are not made up.
    """
    refuse_real_people()
    if fresh:
        call_command("flush", interactive=False, verbosity=0)
        cache.clear()  # how often something was tried before does not count any more
    with transaction.atomic():  # one commit for thousands of rows, and nothing half built
        _one_builder_at_a_time()
        if not Organisation.objects.filter(slug="ede").exists():
            _build_places()
            _build_life()
    keep_something_going()


def _one_builder_at_a_time() -> None:
    """Two demos may be started on one database; the second waits, and finds everything there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('buurtwacht.demo'))")


def keep_something_going() -> None:
    """A report that is going on now, and on desks questions, a request, a case, a flagged message, a photo and news."""
    live = Report.objects.filter(group__slug="vogelbuurt")
    if not live.filter(status=Report.Status.OPEN).exists():
        tell_now(scenes.NOW)
    if not live.filter(status=Report.Status.DOUBT).exists():
        ask_in_doubt(scenes.DOUBT)
    keep_a_case_waiting()
    keep_flags_waiting()
    keep_a_photo_waiting()
    keep_info()
    keep_questions_waiting()


def _build_places() -> None:
    for town in (places.EDE, places.MAASTRICHT, places.LANAKEN):
        places.build_town(town)
    for values in ORGANISATIONS:
        create_organisation(**values)


def _build_life() -> None:
    """Neighbours settle and agree, things happen, and others would like to join."""
    with in_the_past():
        settle()
        build_postcodes(plan.quarter for plan in GROUPS)
        agree()
        for scene in scenes.PAST:
            tell_past(scene)
        tell_tests()
        leave_a_ban()
        keep_an_appeal_waiting()
        tell_a_year()
        DemoMail.objects.filter(kind=DemoMail.Kind.PHONE).delete()
        write_site()
    tell_joining()
