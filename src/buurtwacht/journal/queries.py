# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from .models import Line


def lines_about(subject_ids: QuerySet[Line, UUID] | Collection[UUID], before: UUID | None = None) -> QuerySet[Line]:
    """Who did what to these subjects, newest first; with `before`, only what is older than that line."""
    older = Q() if before is None else Q(pk__lt=before)
    return Line.objects.filter(older, subject_id__in=subject_ids).order_by("-pk")
