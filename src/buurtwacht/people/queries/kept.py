# SPDX-License-Identifier: EUPL-1.2
"""What is kept about somebody, by all rooms together."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone

from buurtwacht.people.models import Person
from buurtwacht.privacy.declare import Declaration, declarations


def kept_about(person: Person) -> Iterator[tuple[Declaration, list[dict[str, Any]]]]:
    """Everything that any room keeps about this person, with what it is for."""
    for declaration in declarations():
        rows = declaration.export(person.pk)
        if rows:
            yield declaration, rows


def own_data(person: Person) -> dict[str, Any]:
    """The same, to take along: machine-readable, as the law asks (GDPR, article 20)."""
    return {
        "program": "Buurtwacht",
        "site": settings.SITE_URL,
        "made_at": timezone.now(),
        "kept": [
            {
                "model": declaration.model,
                "what": str(declaration.what),
                "why": str(declaration.why),
                "days_kept": declaration.kept_for.days if declaration.kept_for else None,
                "rows": rows,
            }
            for declaration, rows in kept_about(person)
        ],
    }
