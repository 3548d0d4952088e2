# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.reports.models import Report

from .scenes import SURPRISES
from .stories import let_happen


def surprise() -> Report:
    """The next scene that is not going on already; the first one again when all are."""
    open_now = Report.objects.filter(status=Report.Status.OPEN)
    for scene in SURPRISES:
        if not any(report.place == scene.place for report in open_now.filter(group__slug=scene.group)):
            return let_happen(scene)
    return let_happen(SURPRISES[0])
