# SPDX-License-Identifier: EUPL-1.2
"""Totals inside the pages of other rooms."""

from typing import Any

from django import template

from buurtwacht.alerts.chart import duration
from buurtwacht.alerts.queries import reach as reach_of
from buurtwacht.reports.models import Report

register = template.Library()
register.filter("duration", duration)


@register.inclusion_tag("alerts/_reach.html")
def reach(report: Report) -> dict[str, Any]:
    """The card with the totals, which moves by itself while the page is open. Only for who may see them."""
    return {"report": report, "reach": reach_of(report)}
