# SPDX-License-Identifier: EUPL-1.2
"""A question of a neighbour for the coordinator, and a request of somebody who was described, for the official."""

from datetime import timedelta

from django.utils import timezone, translation

from buurtwacht.groups.models import WatchGroup
from buurtwacht.outreach.asking.queries import open_questions_in
from buurtwacht.outreach.asking.services import ask_coordinator
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights.queries import open_requests
from buurtwacht.outreach.rights.services import ask_for_rights, try_code
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

from .clock import ago, as_if
from .people import DOMAIN

QUESTION = "Mijn zoon van 17 wil ook meedoen. Kan dat?"
STREET = "Lijsterstraat"
REQUEST = "Ik zocht het huis van een vriend en reed daarom langzaam. Wis wat er over mij en mijn bus staat."


def keep_questions_waiting() -> None:
    """One of each, where none waits now."""
    group = WatchGroup.objects.select_related("organisation").get(slug="vogelbuurt")
    with translation.override(group.organisation.language):
        if not open_questions_in(group).exists():
            ilse = Person.objects.get(email=f"ilse@{DOMAIN}")
            with as_if(ago(1, hour=19)):
                ask_coordinator(group, QUESTION, by=ilse)
        if not open_requests(group.organisation).exists():
            _ask_for_rights(group)


def _ask_for_rights(group: WatchGroup) -> None:
    """About the slow van of two days ago."""
    seen = Report.objects.filter(group=group, behaviours__contains=["counts_homes"]).order_by("-seen_at", "-pk").first()
    moment = timezone.localtime(seen.seen_at if seen else timezone.now() - timedelta(days=2), group.tz)
    with as_if(ago(1, hour=20)):
        request = ask_for_rights(
            group.organisation,
            kind=RightsRequest.Kind.ERASURE,
            name="Noor Jansen",
            email=f"noor.jansen@{DOMAIN}",
            words=REQUEST,
            street=STREET,
            on=moment.date(),
            hour=moment.hour,
        )
        try_code(request, request.code["code"])
