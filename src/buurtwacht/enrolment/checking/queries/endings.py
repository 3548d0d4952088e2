# SPDX-License-Identifier: EUPL-1.2
"""Applicants without mail whose application ended: they hear it by a letter on paper."""

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import WatchGroup

from .residence import REPRINT

Status = Application.Status


def endings_to_print(groups: Iterable[WatchGroup], *, again: bool = False) -> QuerySet[Application]:
    """Who was refused, or whose application stopped, and has no mail; with `again` the letters of the last days."""
    ended = Application.objects.filter(
        group__in=list(groups), email_fingerprint="", status__in=(Status.REFUSED, Status.WITHDRAWN)
    )
    ended = ended.exclude(source=Application.Source.MOVE).order_by("ended_at", "pk")  # a member reads it in their group
    printed = Q(ending_printed_at__gte=F("ended_at"))  # not before: a refusal may have been taken back meanwhile
    if again:
        return ended.filter(printed, ending_printed_at__gte=timezone.now() - REPRINT)
    return ended.filter(Q(ending_printed_at=None) | ~printed)
