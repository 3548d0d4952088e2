# SPDX-License-Identifier: EUPL-1.2
"""Reports to test with."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.reports.content import Content, Location, PersonCard, VehicleCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.rules import coordinator_is_first

ALLEY = Location(52.0412, 5.6631)


def told(**facts):
    """What Bram saw, as the content of a first entry."""
    now = timezone.now()
    defaults = {
        "text": "Man voelt aan achterpoorten.",
        "behaviours": ("tries_doors",),
        "place": "Brandgang Lijsterstraat – Merelweg",
        "location": ALLEY,
        "in_sight": "now",
        "seen_at": now - timedelta(minutes=2),
        "called_at": now - timedelta(minutes=1),
        "persons": (PersonCard(sex="man", age="30", height="180", build="slim", clothing="Donkere jas"),),
        "vehicles": (VehicleCard(kind="van", colour="wit", plate="V-38", plate_is_partial=True),),
    }
    return Content(**(defaults | facts))


@transaction.atomic
def make_report(group, reporter, *, status="open", content=None, **fields):
    content = content or told()
    fields.setdefault("called_at", content.called_at)
    if coordinator_is_first(status, group.policy):
        fields.setdefault("shown_at", None)
    report = Report.objects.create(
        group=group,
        reporter=reporter,
        status=status,
        title="Man voelt aan achterpoorten",
        place=content.place,
        behaviours=list(content.behaviours),
        location={"latitude": ALLEY.latitude, "longitude": ALLEY.longitude},
        **fields,
    )
    add_entry(report, kind=Entry.Kind.SHARED, role=Entry.Role.REPORTER, author=reporter, content=content)
    return report
