# SPDX-License-Identifier: EUPL-1.2
"""What may be answered, who sees totals, and how fast is fast. No database."""

from collections.abc import Iterable
from math import ceil

from django.utils.translation import gettext as _

from buurtwacht.reports.models import Report

from .models import Acknowledgement

HALF, MOST = 0.5, 0.9


def refusal_to_answer(report: Report, answer: str) -> str | None:
    """Why this answer cannot be kept, or None."""
    if answer not in Acknowledgement.Answer.values:
        return _("Choose one of the four answers.")
    if not report.is_live:
        return _("This report has ended. You do not need to answer any more.")
    return None


def sees_totals(report: Report, person_id: object, *, coordinates: bool) -> bool:
    """Totals are for the reporter and the coordinators. Nobody sees who did not answer."""
    return coordinates or person_id == report.reporter_id


def time_for_share(seconds: Iterable[float], share: float, of: int) -> float | None:
    """After how many seconds this share of all neighbours had it; None when that many never did.

    The share is of everybody who was to be told, not of those who were reached: silence counts.
    """
    in_order = sorted(seconds)
    needed = ceil(share * of)
    return in_order[needed - 1] if 0 < needed <= len(in_order) else None
