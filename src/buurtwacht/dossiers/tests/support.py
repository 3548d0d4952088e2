# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.utils import timezone

from buurtwacht.reports.content import Content, PersonCard, VehicleCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report

Kind, Role = Entry.Kind, Entry.Role


def make_closed_report(cast) -> Report:
    """A report as it was told, added to and closed, of an hour ago."""
    now = timezone.now()
    report = Report.objects.create(
        group=cast.group,
        reporter=cast.bram,
        title="Man voelt aan achterpoorten",
        place="Brandgang Lijsterstraat – Merelweg",
        seen_at=now - timedelta(minutes=62),
        called_at=now - timedelta(minutes=60),
        caller=cast.bram,
    )
    man = PersonCard(sex="man", clothing="Donkere jas", carries="Grijze rugzak")
    add_entry(
        report,
        kind=Kind.SHARED,
        role=Role.REPORTER,
        author=cast.bram,
        content=Content(title="Man voelt aan achterpoorten", behaviours=("tries_doors",), persons=(man,)),
    )
    van = VehicleCard(kind="van", make="Ford", plate="V38", plate_is_partial=True)
    add_entry(
        report,
        kind=Kind.VEHICLE,
        role=Role.MEMBER,
        author=cast.gerrit,
        content=Content(text="Rijdt weg. Lijkt op de bus van nummer 14.", vehicles=(van,)),
    )
    add_entry(report, kind=Kind.POLICE_ON_SITE, role=Role.REPORTER, author=cast.bram, content=Content())
    report.status, report.closed_at = Report.Status.CLOSED, now
    report.save(update_fields=["status", "closed_at"])
    add_entry(
        report,
        kind=Kind.CLOSING,
        role=Role.COORDINATOR,
        author=cast.anna,
        content=Content(reason="police_dealt", advice="Kijk uw poort na"),
    )
    return report
