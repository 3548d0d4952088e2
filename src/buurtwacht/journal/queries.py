# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Min, Q, QuerySet

from .models import Line


def lines_about(subject_ids: QuerySet[Line, UUID] | Collection[UUID], before: UUID | None = None) -> QuerySet[Line]:
    """Who did what to these subjects, newest first; with `before`, only what is older than that line."""
    older = Q() if before is None else Q(pk__lt=before)
    return Line.objects.filter(older, subject_id__in=subject_ids).order_by("-pk")


def how_far_behind(now: datetime) -> timedelta:
    """For how long the oldest line that is due has been waiting for its handlers."""
    oldest = Line.objects.filter(handled_at=None, due_at__lte=now).aggregate(at=Min("due_at"))["at"]
    return now - oldest if oldest else timedelta()
